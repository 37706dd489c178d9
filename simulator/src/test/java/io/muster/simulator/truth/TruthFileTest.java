package io.muster.simulator.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.truth.GatePass.Direction;
import io.muster.simulator.verify.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void everyKindOfLineComesBackAsItWasWritten() throws IOException {
        Truth truth = new Truth(
                List.of(Told.tooMany("tanks", 10, 70)),
                List.of(
                        Told.inside("tanks", "a", 5, 80),
                        Told.onTheEdge("tanks", "a", 6, 7),
                        Told.inside("yard", "b", 9, -1)),
                List.of(
                        Told.pass("gate", "a", 1, Direction.IN, true),
                        Told.pass("gate", "b", 2, Direction.OUT, false)));
        Path file = folder.resolve("truth.jsonl");
        TruthFile.write(file, truth);
        assertEquals(truth, TruthFile.read(file));
        List<String> kinds = Files.readAllLines(file).stream()
                .map(line -> line.replaceAll(".*\"kind\":\"(\\w+)\".*", "$1"))
                .toList();
        assertEquals(List.of("gate_pass", "gate_pass", "presence", "presence", "presence", "over_capacity"), kinds);
    }

    @Test
    void aLineThatIsNoTruthIsNamed() throws IOException {
        assertFault(":2: ", "{\"kind\":\"presence\",\"subject\":{\"type\":\"fence\",\"id\":\"x\"}}");
        assertFault(
                ":2: ",
                "{\"kind\":\"weather\",\"subject\":{\"type\":\"fence\",\"id\":\"x\"},\"onset\":\"2026-07-01T08:00:00Z\"}");
        assertFault(":2: ", "not JSON");
        assertFault(":2: ", "[]");
        assertFault(":2: ", "{\"kind\":");
    }

    private void assertFault(String where, String line) throws IOException {
        Path file = folder.resolve("truth.jsonl");
        Files.writeString(file, "\n" + line + "\n");
        IOException fault = assertThrows(IOException.class, () -> TruthFile.read(file));
        assertTrue(String.valueOf(fault.getMessage()).startsWith(file + where), fault.getMessage());
    }
}
