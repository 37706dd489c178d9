package io.muster.console.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.muster.console.users.CallLog;
import io.muster.console.users.KeyScope;
import io.muster.console.users.VendorKey;
import io.muster.console.users.VendorKeys;
import io.muster.contract.codec.Json;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** The omlox WebSocket: who is on it, what they say, and what they are told. */
final class HubSocket extends TextWebSocketHandler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubSocket.class);

    private static final int MOST_SESSIONS = 200;
    /** How long a client may stay without saying who it is. */
    private static final Duration STRANGER = Duration.ofSeconds(10);
    /** How long one frame may take to be written to a client. */
    private static final long WRITE_MILLIS = 5_000;
    /** How Tomcat is told of it. */
    private static final String WRITE_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private final Hub hub;
    private final VendorKeys keys;
    private final SocketDesk desk;
    private final CallLog calls;
    private final Map<String, HubSession> sessions = new ConcurrentHashMap<>();
    /** One for each client that is being written to: {@link #MOST_SESSIONS} at most. */
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> daemon(task, "hub-socket"));

    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "hub-rounds"));
    private final ScheduledFuture<?> round;
    private final Counter dropped;
    private final Counter cut;

    HubSocket(Hub hub, VendorKeys keys, SocketDesk desk, CallLog calls, MeterRegistry meters) {
        this.hub = hub;
        this.keys = keys;
        this.desk = desk;
        this.calls = calls;
        this.dropped = Counter.builder("muster.console.hub.dropped")
                .description("positions that slow WebSocket clients were not told")
                .register(meters);
        this.cut = Counter.builder("muster.console.hub.cut")
                .description("WebSocket clients that were cut off for being slow")
                .register(meters);
        Gauge.builder("muster.console.hub.sessions", sessions, Map::size)
                .description("clients on the omlox WebSocket")
                .register(meters);
        hub.feed().listen(this::told);
        this.round = rounds.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        if (sessions.size() >= MOST_SESSIONS) {
            session.close(CloseStatus.SERVICE_OVERLOAD.withReason("too many clients"));
            return;
        }
        session.setTextMessageSizeLimit(Intake.MOST_BYTES);
        if (session instanceof StandardWebSocketSession standard) {
            standard.getNativeSession().getUserProperties().put(WRITE_TIMEOUT, WRITE_MILLIS);
        }
        String path = session.getUri() == null ? "" : session.getUri().getRawPath();
        Outbox outbox = new Outbox(
                new Outbox.Wire() {
                    @Override
                    public void write(String frame) throws IOException {
                        session.sendMessage(new TextMessage(frame));
                    }

                    @Override
                    public void cut(String reason) {
                        cut.increment();
                        LOG.info("a client of the hub is cut off: {}", reason);
                        end(session, CloseStatus.SERVICE_OVERLOAD.withReason(reason));
                    }
                },
                threads,
                dropped::increment);
        sessions.put(session.getId(), new HubSession(session, HubPaths.site(path), outbox, bearer(session)));
    }

    /** Who the handshake said; null = nobody. */
    private static @Nullable VendorKey bearer(WebSocketSession session) {
        Principal who = session.getPrincipal();
        return who instanceof Authentication known && known.getPrincipal() instanceof VendorKey key ? key : null;
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage text) {
        HubSession client = sessions.get(session.getId());
        if (client == null) {
            return;
        }
        long start = System.nanoTime();
        String event = "message";
        String topic = "";
        int status = 200;
        try {
            HubMessage message = HubMessage.read(text.getPayload());
            event = message.event();
            topic = message.topic() == null ? "" : message.topic();
            identify(client, message.token());
            desk.take(client, message);
        } catch (SocketError.Refused e) {
            status = e.error().status();
            ObjectNode error = Json.object();
            error.put("event", "error");
            error.put("code", e.error().code());
            error.put("description", e.getMessage());
            client.outbox().put(new Outbox.Item(null, Json.writeString(error)));
        } catch (VendorWriter.NotTaken e) {
            // omlox has no word for it, and a vendor must not believe that it was taken.
            status = 503;
            LOG.warn("positions of a vendor were not taken: {}", e.toString());
            end(session, CloseStatus.SERVICE_OVERLOAD.withReason("the brokers did not take it in time"));
        }
        calls.said(
                client.key(),
                "WS",
                HubPaths.ROOT + client.site() + "/v2/ws/socket " + printable(event) + " " + printable(topic),
                status,
                (System.nanoTime() - start) / 1_000_000,
                client.address());
    }

    /** Words of a message that may not be what they should. */
    private static String printable(String word) {
        return word.replaceAll("\\p{Cntrl}", "?");
    }

    /** Whoever it was before, if no token comes with the message. */
    private void identify(HubSession client, @Nullable String token) throws SocketError.Refused {
        VendorKey key = token == null ? client.key() : keys.of(token);
        if (key == null || !keys.stands(key)) {
            throw SocketError.NOT_AUTHENTICATED.refused(
                    token == null
                            ? "give the token of a key: params.token, or Authorization: Bearer … with the handshake"
                            : "this token is none, expired or revoked");
        }
        if (!key.site().equals(client.site())) {
            throw SocketError.NOT_AUTHORIZED.refused("there is no site " + client.site() + " for this token");
        }
        client.key(key);
    }

    /** On the reader's thread: nothing here waits for a client. */
    private void told(String site, Told told) {
        ObjectNode document = null;
        HubView open = null;
        HubView named = null;
        for (HubSession client : sessions.values()) {
            VendorKey key = client.key();
            if (!client.site().equals(site) || key == null) {
                continue;
            }
            for (Subscription each : client.subscriptions()) {
                if (each.topic() != told.topic()) {
                    continue;
                }
                document = document == null ? told.document() : document;
                if (!each.wants(document)) {
                    continue;
                }
                try {
                    boolean names = key.may(KeyScope.NAMES);
                    if (names && named == null) {
                        named = hub.view(key, site);
                    } else if (!names && open == null) {
                        open = hub.view(key, site);
                    }
                    HubView view = names ? named : open;
                    if (view != null && keys.stands(key)) {
                        tell(client, each, document.deepCopy(), view, names);
                    }
                } catch (HubRefusal e) {
                    LOG.debug("a subscription cannot be served now", e);
                }
            }
        }
    }

    /** @param document a copy of its own */
    private static void tell(
            HubSession client, Subscription subscription, ObjectNode document, HubView view, boolean names) {
        Disclosure disclosure = new Disclosure(names);
        switch (subscription.topic()) {
            case TRACKABLE_MOTIONS -> disclosure.motion(document);
            case FENCE_EVENTS -> disclosure.fenceEvent(document);
            case LOCATION_UPDATES, PROXIMITY_UPDATES -> {}
        }
        ObjectNode shaped = subscription.shaped(document, view);
        if (shaped != null) {
            client.outbox().put(new Outbox.Item(subscription, Json.writeString(shaped)));
        }
    }

    /** Whose key stands no more leaves, and who does not say who they are. */
    private void round() {
        Instant now = Instant.now();
        for (HubSession each : sessions.values()) {
            VendorKey key = each.key();
            if (key == null && each.since().plus(STRANGER).isBefore(now)) {
                end(each.session(), CloseStatus.POLICY_VIOLATION.withReason("no token came"));
            } else if (key != null && !keys.stands(key)) {
                end(each.session(), CloseStatus.POLICY_VIOLATION.withReason("the key stands no more"));
            }
        }
    }

    /** By a thread of its own: a client that does not read holds up its own farewell. */
    private void end(WebSocketSession session, CloseStatus why) {
        HubSession client = sessions.remove(session.getId());
        if (client == null) {
            return;
        }
        client.outbox().close();
        threads.execute(() -> {
            try {
                session.close(why);
            } catch (IOException e) {
                LOG.debug("a client of the hub went before it was told", e);
            }
        });
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        HubSession client = sessions.remove(session.getId());
        if (client != null) {
            client.outbox().close();
        }
    }

    /** How many are on it. */
    int size() {
        return sessions.size();
    }

    @Override
    public void close() {
        round.cancel(false);
        rounds.shutdownNow();
        Set.copyOf(sessions.values()).forEach(each -> end(each.session(), CloseStatus.GOING_AWAY));
        threads.shutdown();
    }
}
