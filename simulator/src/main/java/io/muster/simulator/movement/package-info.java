/**
 * Where people truly are. A {@link io.muster.simulator.movement.Motion} is a pure function of time, made from (seed, person) only; nobody's position depends
 * on who else is there, and nothing here is noisy.
 */
@NullMarked
package io.muster.simulator.movement;

import org.jspecify.annotations.NullMarked;
