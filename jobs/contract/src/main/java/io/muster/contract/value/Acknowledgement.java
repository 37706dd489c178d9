package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who acknowledged, and when.
 *
 * @param by person
 */
public record Acknowledgement(
        Instant at,
        String by,
        @Nullable String role,
        @Nullable String reason) {
    /** Without more than who and when. */
    public Acknowledgement(Instant at, String by) {
        this(at, by, null, null);
    }

    public Acknowledgement {
        Required.field("at", at);
        Required.field("by", by);
    }
}
