/**
 * A plant that knows the truth. {@link io.muster.simulator.Simulation} walks people through the demo plant, lets two vendors' radio see them, hands the
 * traffic to a sink and writes down what really happened.
 *
 * <p>What is truth and what is radio: {@code movement} and {@code scenario} say where a person is, as a pure function of (seed, person, time) and without
 * noise; {@code truth} looks at those positions only. {@code radio} looks at the same positions and adds every error that a vendor adds (noise, loss,
 * delay, duplicates, disorder); only its messages leave the process. Nothing here imports the alarm rules or the zone locator: the judge does not ask the
 * judged.
 */
@NullMarked
package io.muster.simulator;

import org.jspecify.annotations.NullMarked;
