package io.muster.rules.gathering;

import io.muster.rules.alarm.Finding;
import org.jspecify.annotations.Nullable;

/** Exactly one of the three is there. */
public record GatheringOutput(
        @Nullable GatheringChange change,
        @Nullable Finding finding,
        @Nullable Evaluation evaluation) {

    public static GatheringOutput of(GatheringChange change) {
        return new GatheringOutput(change, null, null);
    }

    public static GatheringOutput of(Finding finding) {
        return new GatheringOutput(null, finding, null);
    }

    public static GatheringOutput of(Evaluation evaluation) {
        return new GatheringOutput(null, null, evaluation);
    }
}
