package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody remarked about an alarm. */
public record AlarmComment(Instant at, String by, @Nullable String role, String text) {
    public AlarmComment {
        Required.field("at", at);
        Required.field("by", by);
        Required.field("text", text);
    }
}
