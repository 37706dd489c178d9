package io.muster.launcher.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.explore.Breach;
import io.muster.simulator.explore.Invariants;
import io.muster.simulator.radio.RadioOptions;
import io.muster.simulator.scenario.Scenario;
import io.muster.stream.config.JobConfig;
import io.muster.stream.replay.OutputValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A short exploration in every build; {@code ./muster explore} is the long one. Seeds are the numbers that stand here. */
class ExplorerTest {
    private static final long SEED = 1;

    @Test
    void threeRandomHoursBreakNothing() throws Exception {
        List<Finding> findings = new Explorer(config()).explore(SEED, 3, done -> {});
        assertEquals(3, findings.size());
        for (Finding finding : findings) {
            assertEquals(List.of(), finding.breaches(), "seed " + finding.seed());
            assertTrue(finding.records() > 30_000, "records of seed " + finding.seed() + ": " + finding.records());
            assertTrue(!finding.scenario().events().isEmpty(), "seed " + finding.seed() + " has no event");
        }
    }

    /** If all counts were lost after twenty minutes, somebody would be missing or left over somewhere. */
    @Test
    void aJobThatForgetsIsFoundOutAndTheFailureIsMadeSmall() throws Exception {
        Explorer deaf = new Explorer(config(), ExplorerTest::withoutLaterCounts);
        Finding finding = deaf.explore(SEED, 1, done -> {}).get(0);
        List<String> broken =
                finding.breaches().stream().map(Breach::invariant).distinct().toList();
        assertTrue(broken.contains("count-equals-people"), finding.breaches().toString());
        assertTrue(Invariants.NAMES.containsAll(broken));
        Scenario small = deaf.shrink(finding, "count-equals-people", 6);
        assertEquals(List.of(), small.faults());
        assertTrue(
                small.events().size() < finding.scenario().events().size()
                        || small.radio().equals(RadioOptions.perfect()),
                small.toString());
    }

    private static Optional<OutputValue> withoutLaterCounts(OutputValue said) {
        boolean late = said.timeMillis() % 3_600_000 > 1_200_000;
        return late && said.topic().equals("zone-occupancy") ? Optional.empty() : Optional.of(said);
    }

    private static JobConfig config() throws Exception {
        return JobConfig.load("aq3064", null);
    }
}
