/** What goes out: a record of an output topic, already written as bytes. */
@NullMarked
package io.muster.stream.output;

import org.jspecify.annotations.NullMarked;
