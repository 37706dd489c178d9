package io.muster.contract.value;

import io.muster.contract.Required;
import io.muster.contract.omlox.Point;
import org.jspecify.annotations.Nullable;

/**
 * A person in a gathering, shaped like an omlox Collision.
 *
 * @param objectType always {@code trackable}
 * @param stale silent: where this person was heard last
 */
public record GatheringMember(
        String id,
        String objectType,
        @Nullable Point position,
        @Nullable Double floor,
        @Nullable Boolean stale) {
    public GatheringMember {
        Required.field("id", id);
        Required.field("object_type", objectType);
    }
}
