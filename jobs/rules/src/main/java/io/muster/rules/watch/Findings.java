package io.muster.rules.watch;

import io.muster.rules.alarm.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Copies and comparisons of findings. */
final class Findings {
    private Findings() {}

    static Finding numbered(Finding f, long seq) {
        return copy(f, f.active(), f.planVersion(), f.timeMillis(), f.eventMillis(), seq);
    }

    /** @param planVersion by which the end was decided */
    static Finding ended(Finding f, String planVersion, long timeMillis, long eventMillis, long seq) {
        return copy(f, false, planVersion, timeMillis, eventMillis, seq);
    }

    private static Finding copy(
            Finding f, boolean active, String planVersion, long timeMillis, long eventMillis, long seq) {
        return new Finding(
                f.site(),
                f.kind(),
                f.subjectType(),
                f.subjectId(),
                active,
                f.level(),
                f.onsetMillis(),
                f.fenceIds(),
                f.trackableIds(),
                f.confirmed(),
                f.possible(),
                f.stale(),
                f.limit(),
                f.observed(),
                f.ruleId(),
                f.ruleVersion(),
                planVersion,
                f.evidence(),
                f.stage(),
                timeMillis,
                eventMillis,
                seq,
                f.reasons(),
                f.vendor());
    }

    /** Whether two findings say the same, whenever it was said. How long something has lasted is no news; how many people there are is. */
    static boolean sameFacts(Finding one, Finding other) {
        return facts(one).equals(facts(other));
    }

    private static List<Object> facts(Finding f) {
        boolean isCount = f.kind().equals(UnderStaffedRule.KIND);
        return Arrays.asList(
                f.active(),
                f.onsetMillis(),
                f.fenceIds(),
                f.trackableIds(),
                List.of(f.confirmed(), f.possible(), f.stale()),
                Objects.toString(f.limit()),
                isCount ? Objects.toString(f.observed()) : "",
                f.ruleId(),
                f.planVersion());
    }
}
