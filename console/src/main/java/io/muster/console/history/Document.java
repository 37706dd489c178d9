package io.muster.console.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.MissingFieldException;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Times;
import io.muster.contract.codec.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record's value, read as a tree and not as the record of this version: a newer job may have words and fields that we do not know, and they are to be
 * remembered too.
 */
final class Document {
    private final ObjectNode root;
    private final String text;

    private Document(ObjectNode root, String text) {
        this.root = root;
        this.text = text;
    }

    /** @throws Unreadable where it is no JSON object */
    static Document read(byte[] value) throws Unreadable {
        return new Document(Json.readOwn(value, ObjectNode.class), new String(value, StandardCharsets.UTF_8));
    }

    /** The whole value as it came. */
    String text() {
        return text;
    }

    /** @param path field names with dots between */
    String text(String path) {
        String value = textOrNull(path);
        if (value == null) {
            throw new MissingFieldException(path);
        }
        return value;
    }

    @Nullable
    String textOrNull(String path) {
        JsonNode node = at(path);
        return node.isTextual() ? node.textValue() : null;
    }

    Instant time(String path) {
        return Times.read(text(path));
    }

    @Nullable
    Instant timeOrNull(String path) {
        String value = textOrNull(path);
        return value == null ? null : Times.read(value);
    }

    long whole(String path) {
        JsonNode node = at(path);
        if (!node.isNumber()) {
            throw new MissingFieldException(path);
        }
        return node.longValue();
    }

    @Nullable
    Double numberOrNull(String path) {
        JsonNode node = at(path);
        return node.isNumber() ? node.doubleValue() : null;
    }

    /** Null where there is no number. */
    @Nullable
    Double coordinate(String path, int index) {
        JsonNode node = at(path).path(index);
        return node.isNumber() ? node.doubleValue() : null;
    }

    /** Of texts; empty where it is missing. */
    String[] list(String path) {
        JsonNode node = at(path);
        String[] values = new String[node.isArray() ? node.size() : 0];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).asText();
        }
        return values;
    }

    /** The field as JSON; {@code null} where it is missing. */
    String json(String path) {
        JsonNode node = at(path);
        return node.isMissingNode() ? "null" : node.toString();
    }

    JsonNode at(String path) {
        JsonNode node = root;
        for (String name : path.split("\\.")) {
            node = node.path(name);
        }
        return node;
    }
}
