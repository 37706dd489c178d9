package io.muster.console.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.console.users.KeyScope;
import io.muster.console.users.VendorKey;
import io.muster.contract.codec.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Does what clients ask on the WebSocket. */
final class SocketDesk {
    private static final String GEOJSON = ":geojson";
    private static final Set<String> NUMBERS = Set.of("accuracy", "floor");

    private final Hub hub;
    private final UpdateDesk updates;

    SocketDesk(Hub hub, UpdateDesk updates) {
        this.hub = hub;
        this.updates = updates;
    }

    /**
     * Answers into the outbox of the client; a message that was published has no answer in omlox.
     *
     * @throws SocketError.Refused where it is not done
     * @throws VendorWriter.NotTaken where the brokers did not say that they have it
     */
    void take(HubSession client, HubMessage message) throws SocketError.Refused, VendorWriter.NotTaken {
        VendorKey key = client.key();
        if (key == null) {
            throw SocketError.NOT_AUTHENTICATED.refused("nobody said who this is");
        }
        switch (message.event()) {
            case "subscribe" -> subscribe(client, key, message);
            case "unsubscribe" -> unsubscribe(client, message);
            case "message" -> publish(key, message);
            default ->
                throw SocketError.UNKNOWN_EVENT.refused(
                        "event: expected subscribe, unsubscribe or message, was '" + message.event() + "'");
        }
    }

    private void subscribe(HubSession client, VendorKey key, HubMessage message) throws SocketError.Refused {
        String wire = message.topic() == null ? "" : message.topic();
        HubTopic topic = topic(wire);
        if (!key.may(KeyScope.READ)) {
            throw SocketError.NOT_AUTHORIZED.refused("the key has no scope read");
        }
        Map<String, String> params = message.filters();
        check(topic, params);
        boolean geojson = wire.endsWith(GEOJSON) || "true".equals(params.get("geojson"));
        Subscription subscription = client.subscribe(topic, wire, geojson, params);
        try {
            subscription.projection(hub.view(key, client.site()));
        } catch (HubRefusal e) {
            throw SocketError.SUBSCRIBE_FAILED.refused(String.valueOf(e.getMessage()));
        }
        // Before the first object of it.
        answer(client, "subscribed", subscription);
        client.subscriptions().add(subscription);
    }

    private static void check(HubTopic topic, Map<String, String> params) throws SocketError.Refused {
        for (Map.Entry<String, String> each : params.entrySet()) {
            if (!topic.params().contains(each.getKey())) {
                throw SocketError.SUBSCRIBE_FAILED.refused("params." + each.getKey() + ": " + topic.wire() + " knows "
                        + String.join(", ", topic.params().stream().sorted().toList()));
            }
            if (NUMBERS.contains(each.getKey())) {
                try {
                    Double.parseDouble(each.getValue());
                } catch (NumberFormatException e) {
                    throw SocketError.SUBSCRIBE_FAILED.refused(
                            "params." + each.getKey() + ": expected a number, was '" + each.getValue() + "'");
                }
            }
        }
    }

    private static void unsubscribe(HubSession client, HubMessage message) throws SocketError.Refused {
        if (message.topic() == null && message.subscriptionId() == null) {
            throw SocketError.UNSUBSCRIBE_FAILED.refused("expected a topic, a subscription_id or both");
        }
        List<Subscription> gone = client.unsubscribe(message.topic(), message.subscriptionId());
        if (gone.isEmpty()) {
            throw SocketError.UNSUBSCRIBE_FAILED.refused("there is no such subscription on this connection");
        }
        answer(client, "unsubscribed", gone.get(0));
    }

    private void publish(VendorKey key, HubMessage message) throws SocketError.Refused, VendorWriter.NotTaken {
        String wire = message.topic() == null ? "" : message.topic();
        HubTopic topic = topic(wire);
        UpdateKind kind = wire.endsWith(GEOJSON) ? null : topic.update();
        if (kind == null) {
            throw SocketError.NOT_AUTHORIZED.refused("nobody may publish to " + wire);
        }
        if (!key.may(KeyScope.WRITE)) {
            throw SocketError.NOT_AUTHORIZED.refused("the key has no scope write");
        }
        if (!message.payload().isArray()) {
            throw SocketError.INVALID_DATA.refused("payload: expected an array of objects");
        }
        try {
            // The tree keeps every field and every digit; bytes between them are not the vendor's any more.
            updates.take(key, kind, () -> Intake.bulk(kind, Json.write(message.payload()), hub.plan(key.site())));
        } catch (HubRefusal e) {
            throw SocketError.INVALID_DATA.refused(String.valueOf(e.getMessage()));
        }
    }

    private static HubTopic topic(String wire) throws SocketError.Refused {
        boolean geojson = wire.endsWith(GEOJSON);
        HubTopic topic = HubTopic.of(geojson ? wire.substring(0, wire.length() - GEOJSON.length()) : wire);
        if (topic == null || (geojson && !topic.places())) {
            throw SocketError.UNKNOWN_TOPIC.refused("there is no topic '" + wire + "'");
        }
        return topic;
    }

    private static void answer(HubSession client, String event, Subscription subscription) {
        ObjectNode answer = Json.object();
        answer.put("event", event);
        answer.put("topic", subscription.wire());
        answer.put("subscription_id", subscription.id());
        client.outbox().put(new Outbox.Item(null, Json.writeString(answer)));
    }
}
