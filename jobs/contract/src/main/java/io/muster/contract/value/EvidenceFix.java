package io.muster.contract.value;

import io.muster.contract.Required;
import io.muster.contract.omlox.Point;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fix that an alarm rests on.
 *
 * @param position local metres
 * @param accuracy metres
 */
public record EvidenceFix(
        String trackableId,
        @Nullable String providerId,
        @Nullable Point position,
        @Nullable Double floor,
        @Nullable Double accuracy,
        @Nullable Instant timestampGenerated) {
    public EvidenceFix {
        Required.field("trackable_id", trackableId);
    }
}
