package io.muster.contract.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One message per value and input, added and never edited: what was written once is read for ever, and written the same. */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/v1");

    static List<Path> messages() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isReadAndWrittenBackByteForByte(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Object value = Json.read(bytes, Wire.type(file));
        assertEquals(text(bytes), text(Json.write(value)));
        assertEquals(text(bytes), Json.writeString(value));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyFieldOfTheRecordIsInIt(Path file) throws Exception {
        var tree = Json.readTree(Files.readAllBytes(file));
        TreeSet<String> there = new TreeSet<>();
        tree.fieldNames().forEachRemaining(there::add);
        assertEquals(new TreeSet<>(Wire.fields(Wire.type(file))), there);
    }

    @Test
    void everyValueHasOne() throws IOException {
        TreeSet<String> files = new TreeSet<>();
        messages().forEach(file -> files.add(Wire.type(file).getSimpleName()));
        TreeSet<String> values = new TreeSet<>();
        Wire.VALUES.forEach(type -> values.add(type.getSimpleName()));
        assertEquals(values, files);
    }

    @Test
    void theReaderOfFixesAgreesWithTheMapper() throws Exception {
        byte[] bytes = Files.readAllBytes(GOLDEN.resolve("Location.json"));
        assertEquals(Json.read(bytes, io.muster.contract.omlox.Location.class), LocationReader.read(bytes));
        assertEquals(text(bytes), Json.writeString(LocationReader.read(bytes)));
        byte[] sighting = Files.readAllBytes(GOLDEN.resolve("Proximity.json"));
        assertEquals(text(sighting), Json.writeString(ProximityReader.read(sighting)));
        byte[] person = Files.readAllBytes(GOLDEN.resolve("Trackable.json"));
        assertEquals(text(person), Json.writeString(TrackableReader.read(person)));
    }

    /** A hostile or newer sender adds fields; ours are read all the same, and what is in properties stays digit for digit. */
    @Test
    void unknownPropertiesSurviveAndUnknownFieldsAreTolerated() throws Exception {
        String properties =
                "{\"acme\":{\"ratio\":1.10,\"big\":12345678901234567890123,\"tiny\":1E-300,\"deep\":[{\"a\":[]}],"
                        + "\"text\":\"\\u0001检\"},\"zeta\":null,\"alpha\":false}";
        String location =
                "{\"position\":{\"type\":\"Point\",\"coordinates\":[1.5,2]},\"source\":\"s\",\"provider_type\":\"lidar\","
                        + "\"provider_id\":\"t\",\"future\":{\"x\":[1,{}]},\"properties\":" + properties + "}";
        for (var read : List.of(
                LocationReader.read(location.getBytes(StandardCharsets.UTF_8)),
                Json.read(location.getBytes(StandardCharsets.UTF_8), io.muster.contract.omlox.Location.class))) {
            String written = Json.writeString(read);
            assertTrue(written.contains("\"properties\":" + properties), written);
            assertTrue(written.contains("\"provider_type\":\"unknown\""), written);
            assertFalse(written.contains("future"), written);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
