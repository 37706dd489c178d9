package io.muster.rules.risk;

import io.muster.rules.alarm.Finding;
import io.muster.rules.gathering.GatheringChange;
import org.jspecify.annotations.Nullable;

/** Exactly one of the two is there. */
public record RiskOutput(
        @Nullable GatheringChange change, @Nullable Finding finding) {

    static RiskOutput of(GatheringChange change) {
        return new RiskOutput(change, null);
    }

    static RiskOutput of(Finding finding) {
        return new RiskOutput(null, finding);
    }
}
