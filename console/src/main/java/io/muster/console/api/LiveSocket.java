package io.muster.console.api;

import io.muster.console.live.Live;
import io.muster.console.live.LiveSite;
import io.muster.console.users.Caller;
import io.muster.console.users.ConsoleUser;
import io.muster.console.users.Right;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionDestroyedEvent;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells pages what changed ({@link LiveNews}), each as fast as it takes it: a page that is slow gets fewer and larger messages, and delays nobody. It ends with
 * the login that it was opened under.
 */
public final class LiveSocket extends TextWebSocketHandler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);

    /** Beside the 200 ms of the poll and about 1.3 s of the job it stays well inside the 3 s that a position may take to a page. */
    private static final long EVERY_MILLIS = 400;
    /** A page that hears nothing for longer holds the link for lost. */
    private static final long ALIVE_MILLIS = 5_000;

    private static final CloseStatus NO_SITE = new CloseStatus(4404, "no such site");

    private final Live live;
    private final JsonMapper json;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(runnable -> thread(runnable, "live-clock"));
    private final ScheduledFuture<?> telling;
    private final ExecutorService senders = Executors.newCachedThreadPool(runnable -> thread(runnable, "live-sender"));

    LiveSocket(Live live, JsonMapper json) {
        this.live = live;
        this.json = json;
        this.telling = clock.scheduleWithFixedDelay(this::tell, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable runnable, String name) {
        Thread thread = new Thread(runnable, name);
        thread.setDaemon(true);
        return thread;
    }

    /** One page that is open. Its version is written by whoever holds {@code busy}. */
    private static final class Page {
        final WebSocketSession session;
        final ConsoleUser user;
        final String site;
        final AtomicBoolean busy = new AtomicBoolean();
        volatile long version;
        volatile long toldMillis;

        Page(WebSocketSession session, ConsoleUser user, String site) {
            this.session = session;
            this.user = user;
            this.site = site;
        }
    }

    /** How many pages are open. */
    int pages() {
        return pages.size();
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        Principal who = session.getPrincipal();
        String site = session.getUri() == null
                ? null
                : UriComponentsBuilder.fromUri(session.getUri())
                        .build()
                        .getQueryParams()
                        .getFirst("site");
        if (!(who instanceof Authentication login)
                || site == null
                || !Caller.of(login).sees(site)) {
            session.close(NO_SITE);
            return;
        }
        pages.put(session.getId(), new Page(session, Caller.of(login), site));
        // Whoever opens the page does not wait for the next round.
        clock.execute(this::tell);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        pages.remove(session.getId());
    }

    /** Whoever logs out, or is logged out, hears no more. */
    @EventListener
    void loggedOut(SessionDestroyedEvent ended) {
        for (Page each : pages.values()) {
            if (ended.getId()
                    .equals(each.session
                            .getAttributes()
                            .get(HttpSessionHandshakeInterceptor.HTTP_SESSION_ID_ATTR_NAME))) {
                close(each, CloseStatus.POLICY_VIOLATION);
            }
        }
    }

    /** Pages of the same site at the same version share one text. */
    private record Wanted(String site, long since, boolean names) {}

    private void tell() {
        Instant now = Instant.now();
        Map<Wanted, @Nullable String> texts = new HashMap<>();
        Map<String, Long> versions = new HashMap<>();
        for (Page page : pages.values()) {
            LiveSite site = live.site(page.site);
            if (site == null || !page.busy.compareAndSet(false, true)) {
                continue;
            }
            try {
                long version = versions.computeIfAbsent(page.site, id -> {
                    site.clock(now);
                    return site.version();
                });
                tell(page, version, texts, now);
            } catch (RuntimeException e) {
                // It comes again and is told everything; left as it is it would stay busy, and show what was for ever.
                LOG.warn("a page could not be told of changes, and is closed", e);
                close(page, CloseStatus.SERVER_ERROR);
            }
        }
    }

    private void tell(Page page, long version, Map<Wanted, @Nullable String> texts, Instant now) {
        Wanted wanted = new Wanted(page.site, page.version, page.user.may(Right.NAMES));
        if (!texts.containsKey(wanted)) {
            texts.put(wanted, LiveNews.of(Scope.of(page.user, live, page.site), json, page.version, now));
        }
        String text = texts.get(wanted);
        boolean quiet = text == null && now.toEpochMilli() - page.toldMillis < ALIVE_MILLIS;
        if (quiet) {
            page.busy.set(false);
        } else {
            send(page, text == null ? LiveNews.nothing(now) : text, version, now);
        }
    }

    private void send(Page page, String text, long version, Instant now) {
        senders.execute(() -> {
            try {
                page.session.sendMessage(new TextMessage(text));
                page.version = version;
                page.toldMillis = now.toEpochMilli();
                page.busy.set(false);
            } catch (IOException | RuntimeException e) {
                LOG.debug("a page is gone", e);
                close(page, CloseStatus.SESSION_NOT_RELIABLE);
            }
        });
    }

    private void close(Page page, CloseStatus status) {
        pages.remove(page.session.getId());
        try {
            page.session.close(status);
        } catch (IOException | RuntimeException e) {
            LOG.debug("a page was gone already", e);
        }
    }

    @Override
    public void close() {
        telling.cancel(false);
        clock.shutdownNow();
        senders.shutdownNow();
    }
}
