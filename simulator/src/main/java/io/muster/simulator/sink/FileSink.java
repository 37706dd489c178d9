package io.muster.simulator.sink;

import io.muster.contract.codec.Envelope;
import io.muster.contract.codec.EnvelopeCodec;
import io.muster.simulator.radio.JsonLine;
import io.muster.simulator.radio.TimedMessage;
import io.muster.simulator.radio.Vendors;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.utils.Utils;

/**
 * Writes a recording that replays: one envelope a line, sorted by (arrival, topic, partition, offset), as if a broker had taken the messages. Arrival is the
 * emission time. The partition is the one that a Kafka producer would choose for the key (murmur2 of the key, sign bit off, modulo partitions): vendor topics
 * have {@link Vendors#PARTITIONS}, all others one; offsets count from 0 in each.
 */
public final class FileSink implements Sink {
    private static final Comparator<Waiting> WITHIN_ONE_ARRIVAL = Comparator.<Waiting, String>comparing(
                    waiting -> waiting.message().topic())
            .thenComparingInt(Waiting::partition);

    private record Waiting(TimedMessage message, int partition) {}

    private final OutputStream out;
    private final Map<String, long[]> offsets = new HashMap<>();
    /** Messages of one arrival, which must be sorted before they can be written. */
    private final List<Waiting> waiting = new ArrayList<>();

    private final JsonLine line = new JsonLine();
    private boolean closed;

    /** @param out closed with the sink */
    public FileSink(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    /**
     * @param output a file, made new; gzip if its name ends with {@code .gz}; {@code -} is standard output, which is flushed but not closed
     */
    public static FileSink open(String output) throws IOException {
        if (output.equals("-")) {
            return new FileSink(new Unclosed(System.out));
        }
        OutputStream file = Files.newOutputStream(Path.of(output));
        return new FileSink(output.endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file);
    }

    @Override
    public void send(String site, TimedMessage message) throws IOException {
        if (!waiting.isEmpty()) {
            long arrival = waiting.get(0).message().emissionMillis();
            if (message.emissionMillis() < arrival) {
                throw new IllegalArgumentException(
                        "messages must come in emission order: " + message.emissionMillis() + " after " + arrival);
            }
            if (message.emissionMillis() > arrival) {
                writeWaiting();
            }
        }
        waiting.add(new Waiting(message, partition(message)));
    }

    @Override
    public void flush() throws IOException {
        writeWaiting();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            flush();
            out.close();
        }
    }

    static int partition(TimedMessage message) {
        int partitions = isTraffic(message) ? Vendors.PARTITIONS : 1;
        return Utils.toPositive(Utils.murmur2(message.key())) % partitions;
    }

    private void writeWaiting() throws IOException {
        waiting.sort(WITHIN_ONE_ARRIVAL);
        for (Waiting each : waiting) {
            TimedMessage message = each.message();
            long[] next = offsets.computeIfAbsent(message.topic(), topic -> new long[Vendors.PARTITIONS]);
            long offset = next[each.partition()]++;
            out.write(
                    isTraffic(message)
                            ? template(message, each.partition(), offset)
                            : codec(message, each.partition(), offset));
            out.write('\n');
        }
        waiting.clear();
    }

    private static boolean isTraffic(TimedMessage message) {
        return message.topic().contains("-updates.") || message.topic().startsWith("provider-status.");
    }

    private static byte[] codec(TimedMessage message, int partition, long offset) {
        Envelope envelope = new Envelope(
                message.topic(), partition, offset, message.key(), message.emissionMillis(), Map.of(), message.value());
        return EnvelopeCodec.write(envelope).getBytes(StandardCharsets.UTF_8);
    }

    /** The same bytes as the codec's for what the radio writes (ASCII keys, plain JSON values), many times as fast. */
    private byte[] template(TimedMessage message, int partition, long offset) {
        return line.reset()
                .text("{\"topic\":\"")
                .text(message.topic())
                .text("\",\"partition\":")
                .whole(partition)
                .text(",\"offset\":")
                .whole(offset)
                .text(",\"key\":\"")
                .raw(message.key())
                .text("\",\"arrival\":\"")
                .time(message.emissionMillis())
                .text("\",\"headers\":{},\"value\":")
                .raw(message.value())
                .text("}")
                .bytes();
    }

    /** Standard output belongs to the process, not to us. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
