package io.muster.contract.value;

import io.muster.contract.Required;
import org.jspecify.annotations.Nullable;

/**
 * How well a region is heard.
 *
 * @param id fence, anchor or gateway
 * @param state {@code ok}, {@code degraded} or {@code blind}
 * @param people who are inside, confirmed and stale; null = not known
 * @param stale those of them who are silent; null = not known
 */
public record Coverage(
        String id,
        String state,
        @Nullable Integer people,
        @Nullable Integer stale) {
    public Coverage {
        Required.field("id", id);
        Required.field("state", state);
    }
}
