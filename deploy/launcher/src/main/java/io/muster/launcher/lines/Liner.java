package io.muster.launcher.lines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.launcher.kafka.Records;
import io.muster.launcher.terminal.JsonOut;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record as a line, for people or (JSON, with everything that Kafka says about it) for scripts. */
public final class Liner {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int REJECT_SHOWN = 100;

    private final Subject subject;
    private final AlarmLines alarms;
    private final RecordLines records;

    public Liner(Subject subject, Terminal terminal, Names names) {
        this.subject = subject;
        this.alarms = new AlarmLines(terminal, names, true);
        this.records = new RecordLines(names);
    }

    /** The value as a tree; null when it is none (a tombstone, or bytes that are not JSON). */
    public static @Nullable JsonNode tree(byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            return null;
        }
        try {
            JsonNode tree = MAPPER.readTree(value);
            return tree == null || !tree.isObject() ? null : tree;
        } catch (IOException e) {
            return null;
        }
    }

    /** Header {@code writer_epoch}; 0 where there is none. */
    public static long writerEpoch(ConsumerRecord<byte[], byte[]> record) {
        String epoch = Records.header(record, "writer_epoch");
        return epoch == null || !epoch.matches("-?\\d{1,18}") ? 0 : Long.parseLong(epoch);
    }

    /** For people; null when there is nothing new to say. */
    public @Nullable String line(ConsumerRecord<byte[], byte[]> record) {
        long at = record.timestamp();
        if (subject == Subject.REJECTS) {
            return reject(record);
        }
        JsonNode value = tree(record.value());
        if (value == null) {
            return Words.clock(Instant.ofEpochMilli(at)) + "  " + Records.key(record)
                    + (record.value() == null ? "  forgotten" : "  unreadable");
        }
        return switch (subject) {
            case ALARMS, ALARM_STATES -> alarms.line(value, writerEpoch(record), at);
            case OCCUPANCY -> records.occupancy(value, at);
            case WINDOWS -> records.window(value, at);
            case GATHERINGS -> records.gathering(value, at);
            case FENCE_EVENTS -> records.fenceEvent(value, at);
            case MOTIONS -> records.motion(value, at);
            case COMPLIANCE -> records.compliance(value, at);
            default -> records.plain(Records.key(record), value, at);
        };
    }

    /** For scripts: topic, partition, offset, key, timestamp, headers, value (text where it is not JSON). */
    public static String json(ConsumerRecord<byte[], byte[]> record) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("topic", record.topic());
        object.put("partition", record.partition());
        object.put("offset", record.offset());
        object.put("key", record.key() == null ? null : Records.key(record));
        object.put("timestamp", Instant.ofEpochMilli(record.timestamp()).toString());
        Map<String, Object> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(
                    header.key(), header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8));
        }
        object.put("headers", headers);
        JsonNode tree = tree(record.value());
        object.put(
                "value",
                tree != null
                        ? tree
                        : record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8));
        return JsonOut.object(object);
    }

    private static String reject(ConsumerRecord<byte[], byte[]> record) {
        String value = record.value() == null
                ? ""
                : new String(record.value(), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ");
        String from = Records.header(record, "topic") + "-" + Records.header(record, "partition") + "@"
                + Records.header(record, "offset");
        return Words.clock(Instant.ofEpochMilli(record.timestamp())) + "  " + Records.header(record, "reason") + "  "
                + from + "  " + Records.key(record) + "  "
                + (value.length() > REJECT_SHOWN ? value.substring(0, REJECT_SHOWN) + "…" : value);
    }
}
