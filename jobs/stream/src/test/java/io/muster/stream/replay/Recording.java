package io.muster.stream.replay;

import io.muster.contract.codec.Envelope;
import io.muster.contract.codec.EnvelopeCodec;
import io.muster.contract.topic.Headers;
import io.muster.contract.topic.Ticks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What passed through input topics, told by the second of its arrival; offsets follow from the order of arrival in each partition. */
final class Recording {
    private final List<Came> records = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, never compared.
    private record Came(
            long arrivalMillis,
            String topic,
            int partition,
            byte @Nullable [] key,
            Map<String, String> headers,
            byte @Nullable [] value) {}

    Recording record(double arrival, String topic, int partition, @Nullable String key, String value) {
        return add(arrival, topic, partition, bytes(key), Map.of(), value.getBytes(StandardCharsets.UTF_8));
    }

    /** A mark of the job that ran when this was recorded. */
    Recording tick(double arrival, String topic, int partition, String what) {
        return add(arrival, topic, partition, Ticks.key(), Map.of(Headers.TICK, what), new byte[0]);
    }

    private Recording add(
            double arrival,
            String topic,
            int partition,
            byte @Nullable [] key,
            Map<String, String> headers,
            byte[] value) {
        records.add(new Came(Plant.at(arrival).toEpochMilli(), topic, partition, key, headers, value));
        return this;
    }

    int size() {
        return records.size();
    }

    Path write(Path file) throws IOException {
        List<Came> sorted = new ArrayList<>(records);
        sorted.sort(Comparator.comparingLong(Came::arrivalMillis)
                .thenComparing(Came::topic)
                .thenComparingInt(Came::partition));
        Map<String, Long> offsets = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (Came each : sorted) {
            long offset = offsets.merge(each.topic() + "#" + each.partition(), 1L, Long::sum) - 1;
            lines.add(EnvelopeCodec.write(new Envelope(
                    each.topic(),
                    each.partition(),
                    offset,
                    each.key(),
                    each.arrivalMillis(),
                    each.headers(),
                    each.value())));
        }
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }

    /** An omlox Location in local metres on floor 0. */
    static String location(String generated, String tag, String providerType, double x, double y) {
        return String.format(
                Locale.ROOT,
                "{\"position\":{\"type\":\"Point\",\"coordinates\":[%.3f,%.3f]},\"source\":\"s\",\"provider_type\":\"%s\","
                        + "\"provider_id\":\"%s\",\"crs\":\"local\",\"accuracy\":0.3,\"floor\":0,\"timestamp_generated\":\"%s\"}",
                x,
                y,
                providerType,
                tag,
                generated);
    }

    /** An omlox Proximity: a beacon heard by a tag. */
    static String sighting(String generated, String tag, String beacon) {
        return "{\"source\":\"" + beacon + "\",\"provider_type\":\"ibeacon\",\"provider_id\":\"" + tag
                + "\",\"timestamp_generated\":\"" + generated + "\"}";
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
