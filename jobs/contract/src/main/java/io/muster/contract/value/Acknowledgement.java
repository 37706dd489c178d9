package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;

/**
 * Who acknowledged, and when.
 */
public record Acknowledgement(Instant at, String by) {
    public Acknowledgement {
        Required.field("at", at);
        Required.field("by", by);
    }
}
