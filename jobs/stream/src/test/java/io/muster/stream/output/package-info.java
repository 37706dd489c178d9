@NullMarked
package io.muster.stream.output;

import org.jspecify.annotations.NullMarked;
