/** Occupancy per compute cycle. Key: site and fence. Remembers the running window. */
@NullMarked
package io.muster.stream.window;

import org.jspecify.annotations.NullMarked;
