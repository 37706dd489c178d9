package io.muster.launcher.explore;

import io.muster.simulator.explore.Breach;
import io.muster.simulator.scenario.Scenario;
import java.util.List;

/**
 * What one site-hour came to.
 *
 * @param scenario as it was played: what could not be played is left out
 * @param breaches in the order of time; empty = everything held
 * @param records of the job that the invariants were asked about
 */
public record Finding(long seed, Scenario scenario, List<Breach> breaches, long records) {
    public Finding {
        breaches = List.copyOf(breaches);
    }
}
