/** Puts arrival and the common time behind the source; reads every input, remembers how far each partition has come. */
@NullMarked
package io.muster.stream.time;

import org.jspecify.annotations.NullMarked;
