/** Chance with a seed: the same numbers on every machine and in every Java version, drawn per (seed, name). */
@NullMarked
package io.muster.simulator.chance;

import org.jspecify.annotations.NullMarked;
