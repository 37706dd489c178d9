package io.muster.contract.neighbour;

import io.muster.contract.Required;
import java.time.Instant;
import java.util.List;

/**
 * Somebody goes through a gate with a pass: the value of {@code gate-passes}.
 *
 * @param gateFenceId a fence of role gate
 * @param trackableId who, by the pass that was shown
 * @param direction {@code in} or {@code out} of the production area
 * @param timestamp when it happened
 */
public record GatePass(String passId, String gateFenceId, String trackableId, String direction, Instant timestamp) {
    public GatePass {
        Ask.id("pass_id", passId);
        Ask.id("gate_fence_id", gateFenceId);
        Ask.id("trackable_id", trackableId);
        Ask.oneOf("direction", direction, List.of("in", "out"));
        Required.field("timestamp", timestamp);
    }

    /** Whether it is into the production area; false = out of it. */
    public boolean in() {
        return direction.equals("in");
    }
}
