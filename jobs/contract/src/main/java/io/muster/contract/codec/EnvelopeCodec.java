package io.muster.contract.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines of a recording. A value that is a JSON object stands in the line as it is; anything else as {@code value_base64}. */
public final class EnvelopeCodec {

    public static String write(Envelope envelope) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("topic", envelope.topic());
        line.put("partition", envelope.partition());
        line.put("offset", envelope.offset());
        putBytes(line, "key", envelope.key());
        line.put("arrival", Times.write(Instant.ofEpochMilli(envelope.arrivalMillis())));
        ObjectNode headers = line.putObject("headers");
        envelope.headers().forEach(headers::put);
        byte[] value = envelope.value();
        JsonNode inline = inline(value);
        if (value == null) {
            line.putNull("value");
        } else if (inline != null) {
            line.set("value", inline);
        } else {
            line.put("value_base64", Base64.getEncoder().encodeToString(value));
        }
        return Json.writeString(line);
    }

    /** @throws Unreadable where the line is no envelope, naming the field */
    public static Envelope read(String text) throws Unreadable {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A line without its end. A value that is an object or a list comes out byte for byte as it stands.
     *
     * @throws Unreadable where the line is no envelope, naming the field
     */
    public static Envelope read(byte[] bytes) throws Unreadable {
        Envelope plain = PlainEnvelope.read(bytes);
        return plain == null ? readAny(bytes) : plain;
    }

    /** As {@link #read(byte[])} where the line is of the form that nearly all have; null where it is another one, be it good or bad. */
    public static @Nullable Envelope readPlain(byte[] bytes) {
        return PlainEnvelope.read(bytes);
    }

    /** By the library, whatever the form. */
    static Envelope readAny(byte[] bytes) throws Unreadable {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        byte[] slice = null;
        try (JsonParser in = Json.openEnvelope(bytes)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable(Reason.UNREADABLE_JSON, "expected an object");
            }
            String name = in.nextFieldName();
            while (name != null) {
                JsonToken token = in.nextToken();
                if (name.equals("value") && token != null && token.isStructStart()) {
                    long from = in.currentTokenLocation().getByteOffset();
                    in.skipChildren();
                    slice = Arrays.copyOfRange(
                            bytes, (int) from, (int) in.currentLocation().getByteOffset());
                } else {
                    JsonNode node = in.readValueAsTree();
                    line.set(name, node);
                }
                name = in.nextFieldName();
            }
            Json.end(in);
        } catch (IOException e) {
            throw Unreadables.of(e);
        }
        return new Envelope(
                text(line, "topic"),
                (int) number(line, "partition", Integer.MAX_VALUE),
                number(line, "offset", Long.MAX_VALUE),
                bytes(line, "key"),
                arrival(line),
                headers(line),
                slice != null && !line.has("value_base64") ? slice : value(line));
    }

    /** The object, where writing it again gives the very same bytes: a recording changes nothing. */
    private static @Nullable JsonNode inline(byte @Nullable [] value) {
        if (value == null || value.length == 0 || value[0] != '{') {
            return null;
        }
        try {
            ObjectNode tree = Json.envelopeTree(value);
            return Arrays.equals(Json.write(tree), value) ? tree : null;
        } catch (Unreadable e) {
            return null;
        }
    }

    private static void putBytes(ObjectNode line, String field, byte @Nullable [] bytes) {
        if (bytes == null) {
            line.putNull(field);
            return;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            line.put(field, text);
        } else {
            line.put(field + "_base64", Base64.getEncoder().encodeToString(bytes));
        }
    }

    private static byte @Nullable [] bytes(ObjectNode line, String field) throws Unreadable {
        JsonNode encoded = line.get(field + "_base64");
        if (encoded != null) {
            return base64(field + "_base64", encoded);
        }
        JsonNode text = line.get(field);
        if (text == null || text.isNull()) {
            return null;
        }
        if (!text.isTextual()) {
            throw new Unreadable(Reason.INVALID_FIELD, field + ": expected a text or null");
        }
        return text.textValue().getBytes(StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] value(ObjectNode line) throws Unreadable {
        JsonNode encoded = line.get("value_base64");
        if (encoded != null) {
            return base64("value_base64", encoded);
        }
        JsonNode value = line.get("value");
        if (value == null) {
            throw new Unreadable(Reason.MISSING_FIELD, "value: expected value or value_base64");
        }
        return value.isNull() ? null : Json.write(value);
    }

    private static byte[] base64(String field, JsonNode node) throws Unreadable {
        try {
            return Base64.getDecoder().decode(node.asText());
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Reason.INVALID_FIELD, field + ": expected base64");
        }
    }

    private static String text(ObjectNode line, String field) throws Unreadable {
        JsonNode node = line.get(field);
        if (node == null || !node.isTextual() || node.textValue().isBlank()) {
            throw new Unreadable(Reason.MISSING_FIELD, field + ": expected a text");
        }
        return node.textValue();
    }

    private static long number(ObjectNode line, String field, long most) throws Unreadable {
        JsonNode node = line.get(field);
        if (node == null
                || !node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.longValue() < 0
                || node.longValue() > most) {
            throw new Unreadable(Reason.INVALID_FIELD, field + ": expected a whole number, 0 or more");
        }
        return node.longValue();
    }

    private static long arrival(ObjectNode line) throws Unreadable {
        String text = text(line, "arrival");
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new Unreadable(Reason.INVALID_FIELD, "arrival: expected an ISO 8601 time, was '" + text + "'");
        }
    }

    private static Map<String, String> headers(ObjectNode line) throws Unreadable {
        Map<String, String> headers = new LinkedHashMap<>();
        JsonNode node = line.get("headers");
        if (node == null || node.isNull()) {
            return headers;
        }
        if (!node.isObject()) {
            throw new Unreadable(Reason.INVALID_FIELD, "headers: expected an object");
        }
        node.properties()
                .forEach(each -> headers.put(each.getKey(), each.getValue().asText()));
        return headers;
    }

    private EnvelopeCodec() {}
}
