package io.muster.rules.gathering;

import org.jspecify.annotations.Nullable;

/** Exactly one of the two is there. */
public record GatheringOutput(
        @Nullable GatheringChange change, @Nullable Evaluation evaluation) {

    public static GatheringOutput of(GatheringChange change) {
        return new GatheringOutput(change, null);
    }

    public static GatheringOutput of(Evaluation evaluation) {
        return new GatheringOutput(null, evaluation);
    }
}
