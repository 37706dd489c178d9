package io.muster.rules.fence;

import java.io.Serializable;

/**
 * @param gates whether gates, control rooms and the sensors of tags are heard at all; false = positions alone decide
 * @param gateHoldMillis so long after a pass the gate is believed and not the positions near it, ms >= 0
 * @param againMillis who stands, and enters a zone again within this time, stays counted until it is over, ms >= 0
 */
public record FenceOptions(boolean gates, long gateHoldMillis, long againMillis) implements Serializable {
    public FenceOptions {
        if (gateHoldMillis < 0) {
            throw new IllegalArgumentException("fences.gate_hold must be >= 0 ms, was " + gateHoldMillis);
        }
        if (againMillis < 0) {
            throw new IllegalArgumentException("fences.again must be >= 0 ms, was " + againMillis);
        }
    }

    /** 60 s: three alarms of one kind and subject within a minute are chattering (ANSI/ISA-18.2). */
    public static FenceOptions standard() {
        return new FenceOptions(true, 10_000, 60_000);
    }

    /** Containment of positions, and nothing else. */
    public static FenceOptions raw() {
        return new FenceOptions(false, 0, 0);
    }
}
