package io.muster.contract.value;

import io.muster.contract.Required;

/**
 * How well a region is heard.
 *
 * @param id fence, anchor or gateway
 * @param state {@code ok}, {@code degraded} or {@code blind}
 */
public record Coverage(String id, String state) {
    public Coverage {
        Required.field("id", id);
        Required.field("state", state);
    }
}
