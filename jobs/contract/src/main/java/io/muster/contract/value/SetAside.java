package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who put an alarm aside (shelved, silenced, out of service).
 *
 * @param until when it ends by itself; null = it does not
 */
public record SetAside(
        Instant at,
        String by,
        @Nullable String role,
        @Nullable String reason,
        @Nullable Instant until) {
    public SetAside {
        Required.field("at", at);
        Required.field("by", by);
    }
}
