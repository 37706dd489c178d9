package io.muster.stream.kafka;

import io.muster.contract.topic.TopicKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How long it takes from the record of a pressed button to its alarm, both by the broker's clock. */
record PressLatency(List<Long> millis) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    int presses() {
        return millis.size();
    }

    /** Presses and releases the button of a tag so many times, each after the alarm of the one before was read. */
    static PressLatency measure(LiveSite site, String bootstrap, String tag, int presses) throws Exception {
        try (KafkaConsumer<byte[], byte[]> alarms = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition("press.alarms", 0);
            alarms.assign(List.of(partition));
            alarms.seekToEnd(List.of(partition));
            alarms.position(partition);
            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < presses; i++) {
                say(site, tag, "sos");
                millis.add(first(alarms));
                say(site, tag, "none");
            }
            Collections.sort(millis);
            return new PressLatency(List.copyOf(millis));
        }
    }

    private static void say(LiveSite site, String tag, String button) throws Exception {
        site.write(
                TopicKind.PROVIDER_STATUS,
                "acme",
                tag,
                ("{\"provider_id\":\"" + tag + "\",\"button\":\"" + button + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    /** The next seq 1: its arrival without that of the press, which is its {@code raised_at}. */
    private static long first(KafkaConsumer<byte[], byte[]> alarms) {
        String last = "nothing";
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < patience) {
            for (ConsumerRecord<byte[], byte[]> each : alarms.poll(Duration.ofMillis(50))) {
                String text = new String(each.value(), StandardCharsets.UTF_8);
                last = text;
                if (text.contains("\"kind\":\"sos\"") && text.contains("\"seq\":1,")) {
                    int at = text.indexOf("\"raised_at\":\"") + 13;
                    return each.timestamp()
                            - Instant.parse(text.substring(at, text.indexOf('"', at)))
                                    .toEpochMilli();
                }
            }
        }
        throw new AssertionError("no alarm; last read " + last);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "SOS, record to alarm, by the broker's clock: %d presses, p50 %d ms, p99 %d ms, max %d ms",
                millis.size(),
                millis.get(millis.size() / 2),
                millis.get((int) Math.ceil(millis.size() * 0.99) - 1),
                millis.get(millis.size() - 1));
    }
}
