package io.muster.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.muster.contract.codec.Json;
import io.muster.contract.topic.Headers;
import io.muster.contract.topic.TopicKind;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The document that other teams code against says what the code does: every topic, every field, every word. */
class AsyncApiTest {
    private static JsonNode document = Json.object();

    @BeforeAll
    static void read() throws Exception {
        document = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("../../docs/asyncapi.yaml").toFile());
    }

    @Test
    void itIsAsyncApiThreeAndHasNoOtherTopics() {
        assertEquals("3.0.0", document.path("asyncapi").asText());
        Set<String> kinds = new TreeSet<>();
        for (TopicKind kind : TopicKind.values()) {
            kinds.add(kind.wire());
        }
        assertEquals(kinds, names(document.path("channels")));
    }

    @ParameterizedTest
    @EnumSource(TopicKind.class)
    void everyTopicIsAsInTheCode(TopicKind kind) {
        JsonNode channel = document.path("channels").path(kind.wire());
        assertEquals(
                "{site}." + kind.wire() + (kind.perVendor() ? ".{vendor}" : ""),
                channel.path("address").asText());
        assertEquals(String.valueOf(kind.keyField()), channel.path("x-key").asText());
        assertEquals(
                kind.settings(true).get("cleanup.policy"),
                channel.path("x-cleanup-policy").asText());
        assertEquals(kind.keptDays(), channel.path("x-kept-days").asInt());
        String action = kind.input() ? "receive" : "send";
        assertEquals(
                action,
                document.path("operations")
                        .path(action + "-" + kind.wire())
                        .path("action")
                        .asText());
        assertTrue(document.path("components").path("messages").has(kind.wire()), "a message");
    }

    @Test
    void everyRecordAndFieldIsInIt() {
        Set<Class<?>> types = new java.util.LinkedHashSet<>();
        Wire.VALUES.forEach(type -> collect(type, types));
        for (Class<?> type : types) {
            JsonNode schema = document.path("components").path("schemas").path(type.getSimpleName());
            if (type.isEnum()) {
                List<String> words = new ArrayList<>();
                schema.path("enum").forEach(word -> words.add(word.asText()));
                assertEquals(words(type), words, type.getSimpleName());
                continue;
            }
            assertEquals(new TreeSet<>(Wire.fields(type)), names(schema.path("properties")), type.getSimpleName());
            for (RecordComponent component : type.getRecordComponents()) {
                String field = Wire.snake(component.getName());
                assertEquals(
                        jsonType(component.getGenericType()),
                        documented(schema.path("properties").path(field)),
                        type.getSimpleName() + "." + field);
            }
        }
    }

    @Test
    void headersAreThoseOfTheCode() {
        JsonNode schemas = document.path("components").path("schemas");
        assertEquals(
                new TreeSet<>(Set.of(
                        Headers.REASON,
                        Headers.DETAIL,
                        Headers.TOPIC,
                        Headers.PARTITION,
                        Headers.OFFSET,
                        Headers.LENGTH,
                        Headers.SHA256)),
                names(schemas.path("RejectHeaders").path("properties")));
        assertEquals(
                new TreeSet<>(Set.of(Headers.WRITER_EPOCH, Headers.SCHEMA, Headers.DETECTED_AT, Headers.WATERMARK)),
                names(schemas.path("AlarmHeaders").path("properties")));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        document.findValuesAsText("$ref")
                .forEach(ref -> assertTrue(!document.at(ref.substring(1)).isMissingNode(), ref));
    }

    private static void collect(Type type, Set<Class<?>> types) {
        if (type instanceof ParameterizedType parameterized) {
            for (Type each : parameterized.getActualTypeArguments()) {
                collect(each, types);
            }
        } else if (type instanceof Class<?> known && (known.isRecord() || known.isEnum()) && types.add(known)) {
            if (known.isRecord()) {
                for (RecordComponent component : known.getRecordComponents()) {
                    collect(component.getGenericType(), types);
                }
            }
        }
    }

    private static List<String> words(Class<?> type) {
        List<String> words = new ArrayList<>();
        for (Object each : type.getEnumConstants()) {
            words.add(Json.writeString(each).replace("\"", ""));
        }
        assertTrue(java.util.Arrays.stream(type.getDeclaredMethods())
                .anyMatch(m -> m.isAnnotationPresent(JsonValue.class)));
        return words;
    }

    private static String jsonType(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return parameterized.getRawType() == List.class ? "array" : "object";
        }
        Class<?> known = (Class<?>) type;
        if (known.isRecord() || known.isEnum()) {
            return known.getSimpleName();
        }
        return switch (known.getSimpleName()) {
            case "String", "Instant" -> "string";
            case "int", "long", "Integer", "Long" -> "integer";
            case "double", "Double" -> "number";
            case "boolean", "Boolean" -> "boolean";
            default -> "object";
        };
    }

    private static String documented(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asText();
        }
        if (type.isTextual()) {
            return type.asText();
        }
        JsonNode ref = schema.has("oneOf") ? schema.path("oneOf").get(0) : schema;
        return ref.path("$ref").asText().replace("#/components/schemas/", "");
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
