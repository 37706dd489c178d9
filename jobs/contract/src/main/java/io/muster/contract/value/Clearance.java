package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who or what closed an alarm.
 *
 * @param by {@code system} or a person
 */
public record Clearance(
        Instant at,
        String by,
        @Nullable String role,
        @Nullable String reason) {
    /** Without a role. */
    public Clearance(Instant at, String by, @Nullable String reason) {
        this(at, by, null, reason);
    }

    public Clearance {
        Required.field("at", at);
        Required.field("by", by);
    }
}
