package io.muster.console.page;

import com.microsoft.playwright.Page;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.omlox.Location;
import io.muster.contract.omlox.TrackableMotion;
import io.muster.contract.topic.Ticks;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Measures a console that runs, such as that of a demo: how long the page takes to load where nothing is cached, and how old a position is when the page has it.
 * The age is from {@code timestamp_generated} of the motion, read from Kafka beside the page, to the clock of the page; both on one machine.
 */
final class PageLag {
    private static final String USAGE = "PageLag ADDRESS USER PASSWORD SITE KAFKA SECONDS";
    private static final int LOADS = 5;
    private static final double POLL_MILLIS = 20;
    /** Every change of a position in the page's store: [id, x, y, ms in the store, ms in the next frame]. */
    private static final String WATCH = """
            import('/page/live.js').then(({ live, onLive }) => {
              window.positionsSeen = [];
              const before = new Map();
              onLive((what) => {
                if (!what.has('people')) return;
                const now = Date.now();
                const fresh = [];
                for (const each of live().people.values()) {
                  if (before.get(each.id) === each.heard) continue;
                  before.set(each.id, each.heard);
                  fresh.push([each.id, each.x, each.y, now]);
                }
                requestAnimationFrame(() => {
                  const drawn = Date.now();
                  fresh.forEach((each) => window.positionsSeen.push([...each, drawn]));
                });
              });
            })""";

    private PageLag() {}

    public static void main(String[] args) throws Unreadable {
        if (args.length != 6) {
            System.err.println(USAGE);
            System.exit(2);
        }
        String address = args[0];
        try (Browser browser = Browser.open()) {
            Page page = browser.loggedIn(address, args[1], args[2], "now");
            // A second page that draws would take its share of the processors.
            page.navigate("about:blank");
            List<Double> loads = new ArrayList<>();
            for (int i = 0; i < LOADS; i++) {
                loads.add(load(browser, page, address));
            }
            print("first page load, to the first frame with people", loads);
            page.navigate(address + "/#/now");
            waitFor(page, "window.muster?.map?.frames() > 0");
            page.evaluate(WATCH);
            Map<String, Long> events = events(args[3], args[4], Duration.ofSeconds(Long.parseLong(args[5])));
            List<Double> taken = new ArrayList<>();
            List<Double> drawn = new ArrayList<>();
            for (Object each : (List<?>) page.evaluate("window.positionsSeen")) {
                List<?> seen = (List<?>) each;
                Long at = events.get(key(String.valueOf(seen.get(0)), number(seen.get(1)), number(seen.get(2))));
                if (at != null) {
                    taken.add(number(seen.get(3)) - at);
                    drawn.add(number(seen.get(4)) - at);
                }
            }
            print("position in the page after its event", taken);
            print("and in the next frame, where its dot sets off", drawn);
            System.out.printf(
                    Locale.ROOT,
                    "load of the machine in the last minute: %.1f on %d processors%n",
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    Runtime.getRuntime().availableProcessors());
        }
    }

    private static double load(Browser browser, Page login, String address) {
        Page fresh = browser.afresh(login, address, "now");
        waitFor(fresh, "window.muster?.map?.frames() > 0 && document.querySelector('[data-total]') !== null");
        double millis = number(fresh.evaluate("performance.now()"));
        fresh.context().close();
        return millis;
    }

    /** Asked from outside: the page itself may not evaluate text. */
    private static void waitFor(Page page, String condition) {
        while (!Boolean.TRUE.equals(page.evaluate(condition))) {
            page.waitForTimeout(POLL_MILLIS);
        }
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static String key(String id, double x, double y) {
        return id + '/' + x + '/' + y;
    }

    /** Event time in ms by person and place, of the motions that come from now on for so long. */
    private static Map<String, Long> events(String site, String kafka, Duration span) throws Unreadable {
        Map<String, Long> events = new HashMap<>();
        TopicPartition topic = new TopicPartition(site + ".trackable-motions", 0);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(topic));
            consumer.seekToEnd(List.of(topic));
            long end = System.nanoTime() + span.toNanos();
            while (System.nanoTime() < end) {
                for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(200))) {
                    if (each.value() == null || Ticks.KEY.equals(each.key())) {
                        continue;
                    }
                    Location location =
                            Json.readOwn(each.value(), TrackableMotion.class).location();
                    if (location.timestampGenerated() != null) {
                        events.put(
                                key(
                                        each.key(),
                                        location.position().x(),
                                        location.position().y()),
                                location.timestampGenerated().toEpochMilli());
                    }
                }
            }
        }
        return events;
    }

    private static void print(String what, List<Double> millis) {
        if (millis.isEmpty()) {
            System.out.println(what + ": nothing was seen");
            return;
        }
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.0f ms, p99 %.0f ms, max %.0f ms, %d measured%n",
                what,
                at(millis, 0.5),
                at(millis, 0.99),
                at(millis, 1),
                millis.size());
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.get((int) Math.max(0, Math.ceil(part * sorted.size()) - 1));
    }
}
