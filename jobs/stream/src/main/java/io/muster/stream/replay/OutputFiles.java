package io.muster.stream.replay;

import io.muster.contract.codec.Envelope;
import io.muster.contract.codec.EnvelopeCodec;
import io.muster.contract.codec.Json;
import io.muster.contract.topic.Headers;
import io.muster.contract.topic.TopicKind;
import io.muster.stream.local.LocalEnds;
import io.muster.stream.output.OutputRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One file of lines per output topic that is wanted, also where nothing was written to it. */
final class OutputFiles implements LocalEnds.Drain, AutoCloseable {
    private final Path folder;
    private final Map<String, OutputStream> files = new LinkedHashMap<>();
    private final Map<String, Long> written = new TreeMap<>();
    private final boolean keepsRejects;
    private long rejected;

    /** @param topics those that have a file */
    OutputFiles(Path folder, Set<TopicKind> topics) throws IOException {
        this.folder = folder;
        this.keepsRejects = topics.contains(TopicKind.REJECTED_UPDATES);
        Files.createDirectories(folder);
        for (TopicKind kind : topics) {
            file(kind.wire());
            written.put(kind.wire(), 0L);
        }
    }

    @Override
    public void accept(OutputRecord record) throws IOException {
        boolean reject = record.topic().startsWith(TopicKind.REJECTED_UPDATES.wire());
        if (reject) {
            rejected++;
            if (!keepsRejects) {
                return;
            }
        }
        String topic = reject ? TopicKind.REJECTED_UPDATES.wire() : record.topic();
        OutputStream file = file(topic);
        if (reject) {
            Envelope envelope = new Envelope(
                    record.headers().getOrDefault(Headers.TOPIC, ""),
                    Integer.parseInt(record.headers().getOrDefault(Headers.PARTITION, "0")),
                    Long.parseLong(record.headers().getOrDefault(Headers.OFFSET, "0")),
                    record.rawKey(),
                    record.timeMillis(),
                    record.headers(),
                    record.value());
            file.write(EnvelopeCodec.write(envelope).getBytes(StandardCharsets.UTF_8));
        } else if (record.value() == null) {
            Map<String, Object> tombstone = new LinkedHashMap<>();
            tombstone.put("key", record.key() == null ? "" : record.key());
            tombstone.put("tombstone", true);
            file.write(Json.write(tombstone));
        } else {
            file.write(record.value());
        }
        file.write('\n');
        written.merge(topic, 1L, Long::sum);
    }

    /** All of them, also where they have no file. */
    long rejected() {
        return rejected;
    }

    Map<String, Long> written() {
        return new TreeMap<>(written);
    }

    @Override
    public void close() throws IOException {
        for (OutputStream file : files.values()) {
            file.close();
        }
    }

    private OutputStream file(String topic) throws IOException {
        OutputStream known = files.get(topic);
        if (known == null) {
            known = new BufferedOutputStream(Files.newOutputStream(folder.resolve(topic + ".jsonl")), 1 << 16);
            files.put(topic, known);
        }
        return known;
    }
}
