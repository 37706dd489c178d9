/** Occupancy per compute cycle (PD-3). */
@NullMarked
package io.muster.rules.window;

import org.jspecify.annotations.NullMarked;
