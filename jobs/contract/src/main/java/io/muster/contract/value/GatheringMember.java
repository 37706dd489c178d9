package io.muster.contract.value;

import io.muster.contract.Required;
import io.muster.contract.omlox.Point;
import org.jspecify.annotations.Nullable;

/**
 * A person in a gathering, shaped like an omlox Collision.
 *
 * @param objectType always {@code trackable}
 */
public record GatheringMember(
        String id,
        String objectType,
        @Nullable Point position,
        @Nullable Double floor) {
    public GatheringMember {
        Required.field("id", id);
        Required.field("object_type", objectType);
    }
}
