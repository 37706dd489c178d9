package io.muster.contract.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * JSON of the contract. Reading keeps to {@link Limits} and refuses duplicate keys, other charsets than UTF-8, numbers that are not finite
 * and anything behind the end. Writing is deterministic: fields in the order of the record, maps by key, times in UTC with milliseconds.
 */
public final class Json {
    private static final ObjectMapper STRICT = Mappers.of(Limits.RECORD);
    private static final ObjectMapper VALUES = Mappers.of(Limits.VALUE);
    private static final ObjectMapper PLANS = Mappers.of(Limits.PLAN);
    private static final ObjectMapper ENVELOPES = Mappers.of(Limits.ENVELOPE);

    /**
     * UTF-8 without line breaks.
     *
     * @throws IllegalArgumentException where the value is of no type of the contract: a fault of the program
     */
    public static byte[] write(Object value) {
        try {
            return VALUES.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** The same as text. */
    public static String writeString(Object value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    /**
     * Reads what a stranger wrote: limits of {@link Limits#RECORD}. Fields that the type does not know are passed over.
     *
     * @throws Unreadable with the reason and the place
     */
    public static <T> T read(byte[] bytes, Class<T> type) throws Unreadable {
        return read(STRICT, Limits.RECORD, bytes, type);
    }

    /**
     * Reads what we wrote ourselves, which may be as long as a topic allows: {@link Limits#VALUE}.
     *
     * @throws Unreadable with the reason and the place
     */
    public static <T> T readOwn(byte[] bytes, Class<T> type) throws Unreadable {
        return read(VALUES, Limits.VALUE, bytes, type);
    }

    /** Any JSON value, limits of {@link Limits#RECORD}. */
    public static JsonNode readTree(byte[] bytes) throws Unreadable {
        return read(STRICT, Limits.RECORD, bytes, JsonNode.class);
    }

    /** A JSON object, limits of {@link Limits#PLAN}. */
    public static ObjectNode planTree(byte[] bytes) throws Unreadable {
        return read(PLANS, Limits.PLAN, bytes, ObjectNode.class);
    }

    /** A JSON object, limits of {@link Limits#ENVELOPE}. */
    static ObjectNode envelopeTree(byte[] bytes) throws Unreadable {
        return read(ENVELOPES, Limits.ENVELOPE, bytes, ObjectNode.class);
    }

    /** The properties, kept untouched by every reader, of an object that has none yet. */
    public static ObjectNode object() {
        return VALUES.createObjectNode();
    }

    /** A record as a tree: how ours gets under {@code properties.muster}. */
    public static ObjectNode tree(Object value) {
        return VALUES.valueToTree(value);
    }

    /** The mapper behind {@link #read}, with its limits. Shared: not to be configured. */
    public static ObjectMapper strict() {
        return STRICT;
    }

    private static <T> T read(ObjectMapper mapper, Limits limits, byte[] bytes, Class<T> type) throws Unreadable {
        try (JsonParser parser = open(mapper, limits, bytes)) {
            JsonToken first = parser.nextToken();
            if (first == null || (first != JsonToken.START_OBJECT && type != JsonNode.class)) {
                throw new Unreadable(
                        Reason.UNREADABLE_JSON, "expected an object, was " + (first == null ? "nothing" : first));
            }
            T value = mapper.readValue(parser, type);
            if (value == null) {
                throw new Unreadable(Reason.UNREADABLE_JSON, "expected an object, was null");
            }
            end(parser);
            return value;
        } catch (IOException | RuntimeException e) {
            throw Unreadables.of(e);
        }
    }

    /** A parser before its first token, limits of {@link Limits#RECORD}. */
    static JsonParser open(byte[] bytes) throws IOException, Unreadable {
        return open(STRICT, Limits.RECORD, bytes);
    }

    /** A parser before its first token, limits of {@link Limits#ENVELOPE}. */
    static JsonParser openEnvelope(byte[] bytes) throws IOException, Unreadable {
        return open(ENVELOPES, Limits.ENVELOPE, bytes);
    }

    /** A parser before its first token. */
    static JsonParser open(ObjectMapper mapper, Limits limits, byte[] bytes) throws IOException, Unreadable {
        if (bytes.length > limits.documentBytes()) {
            throw new Unreadable(
                    Reason.OVERSIZE, bytes.length + " bytes; at most " + limits.documentBytes() + " are read");
        }
        Utf8.check(bytes);
        return mapper.getFactory().createParser(bytes);
    }

    static void end(JsonParser parser) throws IOException, Unreadable {
        JsonToken token = parser.nextToken();
        if (token != null) {
            throw new Unreadable(
                    Reason.UNREADABLE_JSON,
                    "something stands behind the end of the value" + Unreadables.at(parser.currentTokenLocation()));
        }
    }

    private Json() {}
}
