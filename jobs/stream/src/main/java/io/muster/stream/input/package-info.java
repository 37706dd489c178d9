/** What comes in, as it came: a record of an input topic, not yet read. */
@NullMarked
package io.muster.stream.input;

import org.jspecify.annotations.NullMarked;
