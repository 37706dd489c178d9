package io.muster.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.radio.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/scenario.md says what the reader does. */
class ScenarioDocumentTest {
    private static final Pattern WORD = Pattern.compile("`([a-z_]+)`");

    private final String text = read(Path.of("../docs/scenario.md"));

    @Test
    void theTableOfEventsIsThatOfTheReader() {
        Map<String, List<Set<String>>> ofReader = new TreeMap<>();
        for (EventKind kind : EventKind.values()) {
            Set<EventKind.Field> beside = kind.allowed().stream()
                    .filter(field -> !kind.needed().contains(field))
                    .collect(Collectors.toSet());
            ofReader.put(kind.wire(), List.of(wires(kind.needed()), wires(beside)));
        }
        assertEquals(ofReader, rows("## Events"));
    }

    @Test
    void theTableOfFaultsIsThatOfTheReader() {
        Map<String, List<Set<String>>> ofReader = new TreeMap<>();
        for (FaultKind kind : FaultKind.values()) {
            ofReader.put(
                    kind.wire(),
                    List.of(
                            new TreeSet<>(ScenarioKeys.FAULT_NEEDS.getOrDefault(kind, Set.of())),
                            new TreeSet<>(ScenarioKeys.FAULT_MAY.getOrDefault(kind, Set.of()))));
        }
        assertEquals(ofReader, rows("## Faults"));
    }

    @Test
    void everyKeyIsInItsPart() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("## Scenario", ScenarioKeys.SCENARIO);
        parts.put("## Shifts", ScenarioKeys.SHIFT);
        parts.put("## Crews", ScenarioKeys.CREW);
        parts.put("## Events", ScenarioKeys.EVENT);
        parts.put("## Radio", join(ScenarioKeys.RANGING, ScenarioKeys.CHANNEL));
        parts.put("## Faults", ScenarioKeys.FAULT);
        parts.forEach((heading, keys) -> {
            String part = part(heading);
            keys.forEach(key ->
                    assertTrue(Pattern.compile("`" + key + "[`:]").matcher(part).find(), heading + ": " + key));
        });
    }

    @Test
    void everyShippedScenarioIsThere() {
        Scenarios.shipped().forEach(name -> assertTrue(text.contains("| `" + name + "` |"), name));
    }

    @Test
    void theSmallExampleIsWithoutFault() throws Exception {
        String yaml = text.substring(text.indexOf("```yaml\n") + 8);
        byte[] example = yaml.substring(0, yaml.indexOf("```")).getBytes(StandardCharsets.UTF_8);
        Path file = Files.createTempFile("first", ".yaml");
        Files.write(file, example);
        assertEquals("first", Scenarios.open(file.toString()).scenario().name());
        Files.delete(file);
    }

    /** Of each kind what it needs and what it may have. */
    private Map<String, List<Set<String>>> rows(String heading) {
        String part = part(heading);
        Map<String, List<Set<String>>> rows = new TreeMap<>();
        part.substring(part.indexOf("| kind |"))
                .lines()
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .forEach(line -> {
                    String[] cells = line.split("\\|", -1);
                    rows.put(words(cells[1]).iterator().next(), List.of(words(cells[2]), words(cells[3])));
                });
        return rows;
    }

    private String part(String heading) {
        int from = text.indexOf(heading + "\n");
        int until = text.indexOf("\n## ", from + 1);
        return text.substring(from, until < 0 ? text.length() : until);
    }

    private static Set<String> words(String cell) {
        return WORD.matcher(cell).results().map(each -> each.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> wires(Set<EventKind.Field> fields) {
        return fields.stream().map(EventKind.Field::wire).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> join(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
