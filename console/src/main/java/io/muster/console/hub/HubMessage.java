package io.muster.console.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wrapper in which everything on the WebSocket travels, as a client sent it.
 *
 * @param params flat; numbers and truths as text, since clients write them either way
 * @param payload of a message; a missing node where there is none
 */
record HubMessage(
        String event,
        @Nullable String topic,
        @Nullable Integer subscriptionId,
        Map<String, String> params,
        JsonNode payload) {
    private static final String TOKEN = "token";

    HubMessage {
        params = new LinkedHashMap<>(params);
    }

    /** @throws SocketError.Refused where it is none */
    static HubMessage read(String text) throws SocketError.Refused {
        ObjectNode tree;
        try {
            tree = Json.readOwn(text.getBytes(StandardCharsets.UTF_8), ObjectNode.class);
        } catch (Unreadable e) {
            throw SocketError.INVALID_DATA.refused("expected an omlox message: " + e.detail());
        }
        Map<String, String> params = new LinkedHashMap<>();
        JsonNode given = tree.path("params");
        if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
            throw SocketError.INVALID_DATA.refused("params: expected an object of texts, numbers and truths");
        }
        for (Map.Entry<String, JsonNode> each : given.properties()) {
            if (each.getValue().isContainerNode()) {
                throw SocketError.INVALID_DATA.refused(
                        "params." + each.getKey() + ": expected a text, a number or a truth");
            }
            if (!each.getValue().isNull()) {
                params.put(each.getKey(), each.getValue().asText());
            }
        }
        JsonNode id = tree.path("subscription_id");
        return new HubMessage(
                tree.path("event").asText(),
                tree.path("topic").isTextual() ? tree.path("topic").asText() : null,
                id.isInt() ? Integer.valueOf(id.asInt()) : null,
                params,
                tree.path("payload"));
    }

    @Nullable
    String token() {
        return params.get(TOKEN);
    }

    /** What is left when the token is taken out. */
    Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>(params);
        filters.remove(TOKEN);
        return filters;
    }
}
