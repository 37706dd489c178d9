package io.muster.stream.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads what a replay wrote. */
final class Outputs {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The records of a topic, in the order in which they stand. */
    static List<JsonNode> of(Path folder, String topic) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(topic + ".jsonl"))) {
            records.add(MAPPER.readTree(line));
        }
        return records;
    }

    static Set<String> names(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(each -> names.add(String.valueOf(each.getFileName())));
        }
        return names;
    }

    private Outputs() {}
}
