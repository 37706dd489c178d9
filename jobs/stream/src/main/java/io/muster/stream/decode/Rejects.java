package io.muster.stream.decode;

import io.muster.contract.topic.Headers;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.Topics;
import io.muster.stream.engine.Carriage;
import io.muster.stream.output.OutputRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** The way out of what cannot be used: the original bytes, and why. */
public final class Rejects {
    /** What is kept of the original at most, bytes. */
    public static final int KEPT_BYTES = 64 * 1024;

    public static final OutputTag<OutputRecord> TAG =
            new OutputTag<>("rejected-updates", TypeInformation.of(OutputRecord.class));

    /** The same way out, by this carriage: a side output is known by its name. */
    public static OutputTag<OutputRecord> tag(Carriage carriage) {
        return new OutputTag<>(TAG.getId(), carriage.of(OutputRecord.class));
    }

    /** @param reason wire word; {@code detail} says in one line what and where */
    public static OutputRecord of(
            String site,
            @Nullable String vendor,
            String reason,
            String detail,
            String topic,
            int partition,
            long offset,
            long timeMillis,
            byte @Nullable [] key,
            byte @Nullable [] original) {
        byte[] bytes = original == null ? new byte[0] : original;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(Headers.REASON, reason);
        headers.put(Headers.DETAIL, detail);
        headers.put(Headers.TOPIC, topic);
        headers.put(Headers.PARTITION, Integer.toString(partition));
        headers.put(Headers.OFFSET, Long.toString(offset));
        headers.put(Headers.LENGTH, Integer.toString(bytes.length));
        headers.put(Headers.SHA256, sha256(bytes));
        byte[] kept = bytes.length > KEPT_BYTES ? Arrays.copyOf(bytes, KEPT_BYTES) : bytes;
        String rejectTopic = TopicKind.REJECTED_UPDATES.wire() + "." + (vendor == null ? Topics.NO_VENDOR : vendor);
        return new OutputRecord(site, rejectTopic, null, key, kept, headers, timeMillis, offset);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Rejects() {}
}
