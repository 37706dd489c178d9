package io.muster.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.muster.simulator.radio.FaultKind;
import io.muster.simulator.radio.Vendors;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioSchemaTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode schema = read("scenario.schema.json", new ObjectMapper());
    private final JsonSchema validator =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);

    static List<String> names() {
        return Scenarios.shipped();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theShippedScenarioIsValid(String name) {
        assertEquals(Set.of(), validator.validate(read(name + ".yaml", YAML)));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void whatTheWriterWritesIsValid(@ForAll long seed) throws Exception {
        JsonNode written = YAML.readTree(ScenarioWriter.write(RandomScenarios.of(seed)));
        assertEquals(Set.of(), validator.validate(written));
    }

    @Test
    void readerAndSchemaKnowTheSameKeys() {
        Map<String, Set<String>> ofReader = new TreeMap<>();
        ScenarioKeys.parts().forEach((part, keys) -> ofReader.put(part, new TreeSet<>(keys)));
        Map<String, Set<String>> ofSchema = new TreeMap<>();
        schema.get("$defs").properties().forEach(part -> {
            JsonNode properties = part.getValue().get("properties");
            if (properties != null) {
                Set<String> keys = new TreeSet<>();
                properties.fieldNames().forEachRemaining(keys::add);
                ofSchema.put(part.getKey(), keys);
            }
        });
        assertEquals(ofReader, ofSchema);
    }

    @Test
    void readerAndSchemaKnowTheSameWords() {
        assertEquals(Section.words(EventKind.class), words("event", "kind"));
        assertEquals(Section.words(FaultKind.class), words("fault", "kind"));
        assertEquals(Section.words(Crew.Role.class), words("crew", "role"));
        assertEquals(Section.words(Crew.Tags.class), words("crew", "tags"));
        assertEquals(Vendors.ALL, words("fault", "vendor"));
    }

    @Test
    void anUnknownKeyAndANumberWithoutUnitAreNotValid() throws Exception {
        JsonNode wrong = YAML.readTree("""
                name: wrong
                plan: demo
                start: 2026-11-23T07:15+08:00
                duration: 3600
                people: 10
                crews: [{id: a, role: guard, size: 10, department: d, base: b, wrok: [x]}]
                """);
        List<String> places = validator.validate(wrong).stream()
                .map(ValidationMessage::getInstanceLocation)
                .map(Object::toString)
                .sorted()
                .toList();
        assertEquals(List.of("$.crews[0]", "$.duration"), places);
    }

    private List<String> words(String part, String key) {
        List<String> words = new ArrayList<>();
        schema.at("/$defs/" + part + "/properties/" + key + "/enum").forEach(word -> words.add(word.textValue()));
        return words;
    }

    private static JsonNode read(String name, ObjectMapper mapper) {
        try (InputStream in = ScenarioSchemaTest.class.getResourceAsStream(Scenarios.FOLDER + name)) {
            return mapper.readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
