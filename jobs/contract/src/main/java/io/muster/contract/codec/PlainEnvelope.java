package io.muster.contract.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the line that {@link EnvelopeCodec#write} makes of a plain record, field by field in its order. Nearly all lines are such. */
final class PlainEnvelope {
    private static final byte[] TOPIC = ascii("{\"topic\":");
    private static final byte[] PARTITION = ascii(",\"partition\":");
    private static final byte[] OFFSET = ascii(",\"offset\":");
    private static final byte[] KEY = ascii(",\"key\":");
    private static final byte[] ARRIVAL = ascii(",\"arrival\":");
    private static final byte[] VALUE = ascii(",\"headers\":{},\"value\":");

    /** So far below every limit of {@link Limits} that none has to be counted here. */
    private static final int LONGEST = 64 * 1024;

    /** Null where the line is not of this form, be it good or bad. */
    static @Nullable Envelope read(byte[] line) {
        if (line.length > LONGEST) {
            return null;
        }
        PlainJson in = new PlainJson(line);
        in.literal(TOPIC);
        String topic = in.text();
        in.literal(PARTITION);
        long partition = in.whole();
        in.literal(OFFSET);
        long offset = in.whole();
        in.literal(KEY);
        byte[] key = in.tryNull() ? null : in.textBytes();
        in.literal(ARRIVAL);
        long arrival = in.time();
        in.literal(VALUE);
        int from = in.position();
        in.passObject();
        int to = in.position();
        in.oneByte('}');
        in.end();
        if (in.failed() || topic.isBlank() || partition > Integer.MAX_VALUE) {
            return null;
        }
        return new Envelope(topic, (int) partition, offset, key, arrival, Map.of(), Arrays.copyOfRange(line, from, to));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private PlainEnvelope() {}
}
