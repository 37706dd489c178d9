package io.muster.rules.fence;

import org.jspecify.annotations.Nullable;

/** Exactly one of the two is there. */
public record FenceOutput(
        @Nullable PresenceChange change, @Nullable Refusal refusal) {

    static FenceOutput of(PresenceChange change) {
        return new FenceOutput(change, null);
    }

    static FenceOutput of(Refusal refusal) {
        return new FenceOutput(null, refusal);
    }
}
