package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who allowed a gathering (AQ 3064.3 5.2.3 d).
 *
 * @param until when that ends
 * @param maxCount with more people it is not allowed; null = with any number it is
 */
public record Approved(
        Instant at,
        String by,
        @Nullable String role,
        @Nullable String reason,
        Instant until,
        @Nullable Integer maxCount) {
    public Approved {
        Required.field("at", at);
        Required.field("by", by);
        Required.field("until", until);
    }
}
