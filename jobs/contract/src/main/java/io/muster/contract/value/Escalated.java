package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;

/**
 * Nobody acknowledged in time: level and priority are at least these.
 */
public record Escalated(Instant at, Level level, String priority) {
    public Escalated {
        Required.field("at", at);
        Required.field("level", level);
        Required.field("priority", priority);
    }
}
