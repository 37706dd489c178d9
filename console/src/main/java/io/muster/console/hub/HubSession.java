package io.muster.console.hub;

import io.muster.console.users.VendorKey;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.WebSocketSession;

/** A client on the WebSocket. */
final class HubSession {
    /** More than all topics with a filter for each of a plant's zones would want; what one client costs has an end. */
    static final int MOST_SUBSCRIPTIONS = 100;

    private final WebSocketSession session;
    private final String site;
    private final Outbox outbox;
    private final Instant since = Instant.now();
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private volatile @Nullable VendorKey key;
    /** Touched by the thread of the client's messages alone, which come one after another. */
    private int nextId;

    HubSession(WebSocketSession session, String site, Outbox outbox, @Nullable VendorKey key) {
        this.session = session;
        this.site = site;
        this.outbox = outbox;
        this.key = key;
    }

    WebSocketSession session() {
        return session;
    }

    String site() {
        return site;
    }

    Outbox outbox() {
        return outbox;
    }

    Instant since() {
        return since;
    }

    /** Null = it did not say yet who it is. */
    @Nullable
    VendorKey key() {
        return key;
    }

    void key(VendorKey found) {
        key = found;
    }

    @Nullable
    String address() {
        InetSocketAddress remote = session.getRemoteAddress();
        return remote == null ? null : remote.getAddress().getHostAddress();
    }

    List<Subscription> subscriptions() {
        return subscriptions;
    }

    /** @throws SocketError.Refused where there are too many */
    Subscription subscribe(HubTopic topic, String wire, boolean geojson, Map<String, String> params)
            throws SocketError.Refused {
        if (subscriptions.size() >= MOST_SUBSCRIPTIONS) {
            throw SocketError.SUBSCRIBE_FAILED.refused(
                    "at most " + MOST_SUBSCRIPTIONS + " subscriptions on one connection");
        }
        return new Subscription(nextId++, topic, wire, geojson, params);
    }

    /**
     * @param topic null = any
     * @param id null = all of the topic
     */
    List<Subscription> unsubscribe(@Nullable String topic, @Nullable Integer id) {
        List<Subscription> gone = new ArrayList<>();
        for (Subscription each : subscriptions) {
            if ((topic == null || each.wire().equals(topic)) && (id == null || each.id() == id)) {
                gone.add(each);
            }
        }
        subscriptions.removeAll(gone);
        return gone;
    }
}
