package io.muster.launcher.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What {@code --json} writes: one object on one line, keys of maps sorted, so that two runs can be compared. */
public final class JsonOut {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final ObjectMapper IN_ORDER = new ObjectMapper();

    private JsonOut() {}

    /** The same with the keys in the order of their maps. */
    public static String inOrder(Object value) {
        return write(IN_ORDER, value);
    }

    /** {@code value} (maps, lists, strings, numbers, JSON trees) on one line. */
    public static String object(Object value) {
        return write(MAPPER, value);
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
