package io.muster.stream.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.contract.codec.Envelope;
import io.muster.contract.codec.EnvelopeCodec;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.topic.Headers;
import io.muster.contract.topic.Ticks;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.stream.input.Control;
import io.muster.stream.input.RawRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lines of bare omlox Locations or of envelopes. A line that cannot be read is a record all the same: the topology rejects it with its reason.
 * An envelope that arrived before the one above it is refused, since a recording is sorted.
 */
final class JsonLines implements LineReader {
    private static final int BOM = 0xEF;

    private final String name;
    private final boolean siteIsGiven;
    private final ByteLines lines;
    /** What was read of them; the site does not change behind the first envelope. */
    private final Map<String, TopicName> topics = new HashMap<>();

    /** Read and not given out yet. */
    private final Deque<byte[]> head = new ArrayDeque<>();

    private String site;
    private long number;
    private @Nullable Envelope before;

    /** @param siteIsGiven false: a plan at the head of the recording names the site */
    JsonLines(String name, String site, boolean siteIsGiven, ByteLines lines) {
        this.name = name;
        this.siteIsGiven = siteIsGiven;
        this.site = site;
        this.lines = lines;
    }

    @Override
    public @Nullable InputLine next() throws IOException, ReplayFaults {
        byte[] bytes = line();
        if (bytes == null) {
            return null;
        }
        number++;
        Envelope plain = EnvelopeCodec.readPlain(bytes);
        if (plain != null) {
            return envelope(plain);
        }
        if (bytes.length == 0 || new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
            return new InputLine(number, null, false, false);
        }
        if (number == 1) {
            bytes = withoutMark(bytes);
        }
        JsonNode tree;
        try {
            tree = Json.readTree(bytes);
        } catch (Unreadable e) {
            // An envelope may hold a whole plan, which is longer than what a vendor may send.
            tree = null;
        }
        boolean maybeEnvelope = tree == null ? looksLikeEnvelope(bytes) : tree.has("topic") && tree.has("arrival");
        if (maybeEnvelope) {
            try {
                return envelope(EnvelopeCodec.read(bytes));
            } catch (Unreadable e) {
                return bare(bytes, null);
            }
        }
        return bare(bytes, tree);
    }

    /** The next one; before the first, the head of a recording is looked through for the plan that names the site. */
    private byte @Nullable [] line() throws IOException {
        if (number == 0 && !siteIsGiven) {
            readHead();
        }
        return head.isEmpty() ? lines.next() : head.remove();
    }

    /** What arrived with the first envelope: topics that come before {@code plans} by name may stand before the plan. */
    private void readHead() throws IOException {
        Envelope first = null;
        for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
            head.add(bytes);
            Envelope envelope = envelopeOf(first == null ? withoutMark(bytes) : bytes);
            if (envelope == null || (first != null && envelope.arrivalMillis() != first.arrivalMillis())) {
                return;
            }
            if (envelope.topic().equals(TopicKind.PLANS.wire())) {
                site = siteOf(envelope);
                return;
            }
            first = envelope;
        }
    }

    private static byte[] withoutMark(byte[] bytes) {
        return bytes.length > 3 && (bytes[0] & 0xff) == BOM ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    private static @Nullable Envelope envelopeOf(byte[] bytes) {
        Envelope plain = EnvelopeCodec.readPlain(bytes);
        try {
            return plain != null ? plain : EnvelopeCodec.read(bytes);
        } catch (Unreadable e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private InputLine envelope(Envelope envelope) throws ReplayFaults {
        if (before != null && order(before, envelope) > 0) {
            throw new ReplayFaults(List.of(name + ":" + number + ": arrival "
                    + Instant.ofEpochMilli(envelope.arrivalMillis())
                    + " of " + envelope.topic() + "#" + envelope.partition() + " offset " + envelope.offset()
                    + " comes after " + Instant.ofEpochMilli(before.arrivalMillis()) + " of " + before.topic() + "#"
                    + before.partition() + " offset " + before.offset()
                    + "; a recording is sorted by arrival, topic, partition, offset"));
        }
        before = envelope;
        TopicName topic = topics.get(envelope.topic());
        if (topic == null) {
            topic = input(envelope.topic());
            topics.put(envelope.topic(), topic);
        }
        return new InputLine(
                number,
                new RawRecord(
                        topic.site(),
                        envelope.topic(),
                        topic.kind(),
                        topic.vendor(),
                        envelope.partition(),
                        envelope.offset(),
                        envelope.arrivalMillis(),
                        envelope.key(),
                        envelope.value(),
                        control(envelope)),
                true,
                false);
    }

    private TopicName input(String withoutSite) throws ReplayFaults {
        TopicName topic = TopicName.parseWithoutSite(site, withoutSite);
        if (topic == null || !topic.kind().input()) {
            throw new ReplayFaults(List.of(name + ":" + number
                    + ": topic: expected an input topic without its site, was '" + withoutSite + "'"));
        }
        return topic;
    }

    private String siteOf(Envelope envelope) {
        byte[] plan = envelope.value();
        try {
            return plan == null
                    ? site
                    : Json.planTree(plan).path("muster").path("site").asText(site);
        } catch (Unreadable e) {
            // The topology rejects it with its reason.
            return site;
        }
    }

    private InputLine bare(byte[] bytes, @Nullable JsonNode tree) {
        Long arrival = tree == null ? null : time(tree, "timestamp_sent");
        if (arrival == null && tree != null) {
            arrival = time(tree, "timestamp_generated");
        }
        JsonNode provider = tree == null ? null : tree.get("provider_id");
        byte[] key = provider == null || !provider.isTextual()
                ? null
                : provider.textValue().getBytes(StandardCharsets.UTF_8);
        return new InputLine(
                number,
                bareRecord(site, number, arrival == null ? 0 : arrival, key, bytes),
                arrival != null,
                arrival != null);
    }

    /** Bare lines are one partition, and the line number is the offset. */
    static RawRecord bareRecord(String site, long number, long arrival, byte @Nullable [] key, byte[] bytes) {
        return new RawRecord(
                site,
                TopicKind.LOCATION_UPDATES.wire() + ".file",
                TopicKind.LOCATION_UPDATES,
                "file",
                0,
                number,
                arrival,
                key,
                bytes,
                Control.RECORD);
    }

    private static boolean looksLikeEnvelope(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 400), StandardCharsets.ISO_8859_1);
        return start.contains("\"topic\"") && start.contains("\"arrival\"");
    }

    private static Control control(Envelope envelope) {
        if (!Ticks.isKey(envelope.key()) || !envelope.headers().containsKey(Headers.TICK)) {
            return Control.RECORD;
        }
        return Ticks.OPEN.equals(envelope.headers().get(Headers.TICK)) ? Control.OPEN : Control.TICK;
    }

    private static int order(Envelope a, Envelope b) {
        int byArrival = Long.compare(a.arrivalMillis(), b.arrivalMillis());
        if (byArrival != 0) {
            return byArrival;
        }
        int byTopic = a.topic().compareTo(b.topic());
        if (byTopic != 0) {
            return byTopic;
        }
        int byPartition = Integer.compare(a.partition(), b.partition());
        return byPartition != 0 ? byPartition : Long.compare(a.offset(), b.offset());
    }

    private static @Nullable Long time(JsonNode tree, String field) {
        JsonNode value = tree.get(field);
        if (value == null || !value.isTextual()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value.textValue()).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
