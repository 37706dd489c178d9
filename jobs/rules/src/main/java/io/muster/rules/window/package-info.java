/**
 * Occupancy per compute cycle (PD-3).
 *
 * <p>Reads the counts of a zone and the samples taken in it; tells one window per cycle. Key: site and fence. Remembers the window that is open;
 * of a zone in which nobody is, the last count and a number. Late input counts from the moment at which it is ordered.
 */
@NullMarked
package io.muster.rules.window;

import org.jspecify.annotations.NullMarked;
