package io.muster.rules.fence;

import java.io.Serializable;

/**
 * @param gates whether gates, control rooms and the sensors of tags are heard at all; false = positions alone decide
 * @param gateHoldMillis so long after a pass the gate is believed and not the positions near it, ms >= 0
 */
public record FenceOptions(boolean gates, long gateHoldMillis) implements Serializable {
    public FenceOptions {
        if (gateHoldMillis < 0) {
            throw new IllegalArgumentException("fences.gate_hold must be >= 0 ms, was " + gateHoldMillis);
        }
    }

    public static FenceOptions standard() {
        return new FenceOptions(true, 10_000);
    }

    /** Containment of positions, and nothing else. */
    public static FenceOptions raw() {
        return new FenceOptions(false, 0);
    }
}
