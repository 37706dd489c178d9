/**
 * Looking for what breaks: random plants at work, invariants that must hold after every record the job writes, and a failure made small. The job itself is
 * handed in: this package knows what goes into it and what comes out.
 */
@NullMarked
package io.muster.simulator.explore;

import org.jspecify.annotations.NullMarked;
