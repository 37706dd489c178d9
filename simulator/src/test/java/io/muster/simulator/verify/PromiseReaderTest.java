package io.muster.simulator.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.value.AlarmKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromiseReaderTest {
    @Test
    void theShippedPromiseSpeaksOfEveryKind() {
        Promise promise = PromiseReader.shipped();
        assertEquals(EnumSet.allOf(AlarmKind.class), promise.alarms().keySet());
        Set<AlarmKind> later = EnumSet.noneOf(AlarmKind.class);
        for (AlarmKind kind : AlarmKind.values()) {
            if (!promise.isRaised(kind)) {
                later.add(kind);
            }
        }
        assertEquals(
                EnumSet.of(
                        AlarmKind.APPROVER_ABSENT,
                        AlarmKind.GUARDIAN_ABSENT,
                        AlarmKind.PERMIT_INTRUSION,
                        AlarmKind.ANCHOR_FAULT,
                        AlarmKind.EVAC_MISSING,
                        AlarmKind.PATROL_MISSED),
                later);
    }

    /** None that matters most may be missed; how many may be invented is what measured runs keep. */
    @Test
    void whatMattersMostIsPromisedWhole() {
        Promise promise = PromiseReader.shipped();
        for (AlarmKind kind : List.of(AlarmKind.SOS, AlarmKind.BOUNDARY)) {
            assertEquals(List.of(1.0, 1.0), promised(promise, kind), kind.wire());
        }
        for (AlarmKind kind : List.of(AlarmKind.OVER_CAPACITY, AlarmKind.GATHERING)) {
            assertEquals(List.of(1.0, 0.99), promised(promise, kind), kind.wire());
        }
    }

    private static List<Double> promised(Promise promise, AlarmKind kind) {
        Promise.OfKind its = promise.of(kind);
        assertNotNull(its);
        return List.of(its.recall(), its.precision());
    }

    @Test
    void theCommandShipsTheDocument() throws IOException {
        byte[] document = Files.readAllBytes(Path.of("../docs/promise.yaml"));
        try (InputStream shipped = PromiseReader.class.getResourceAsStream(PromiseReader.SHIPPED)) {
            assertNotNull(shipped);
            assertArrayEquals(document, shipped.readAllBytes());
        }
    }

    @Test
    void allFaultsAreToldTogetherWithTheirLines() {
        List<String> faults = faults("""
                alarms:
                  sos:
                    since: soon
                    recall: 99
                    precision: 120 %
                    delay_p99: 5 metres
                    late: 0 %
                  sso:
                    since: now
                head_count:
                  right: 99 %
                chattering: none
                colour: red
                """);
        assertEquals(
                List.of(
                        "p.yaml:13: colour: no such name; there are alarms, chattering, head_count, notes",
                        "p.yaml:8: alarms.sso: no such name",
                        "p.yaml:3: alarms.sos.since: expected now or planned, was 'soon'",
                        "p.yaml:4: alarms.sos.recall: expected a share such as 99 %, was '99'",
                        "p.yaml:5: alarms.sos.precision: must be at most 100 %, was 120 %",
                        "p.yaml:6: alarms.sos.delay_p99: expected a time such as 5 s, was '5 metres'",
                        "p.yaml:11: head_count.lag: missing",
                        "p.yaml:12: chattering: expected 0 alarms, was 'none'"),
                faults.stream()
                        .map(fault -> fault.replaceAll("(alarms.sso: no such name).*", "$1"))
                        .toList());
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsLine() {
        String fault = faults("alarms:\n  sos: [1\n").get(0);
        assertTrue(fault.matches("p\\.yaml:3: no YAML: .*"), fault);
        assertEquals(List.of("p.yaml:1: is empty"), faults(""));
        assertFalse(faults("- a\n- b\n").isEmpty());
    }

    private static List<String> faults(String yaml) {
        return assertThrows(PromiseFaults.class, () -> PromiseReader.read("p.yaml", new StringReader(yaml)))
                .faults();
    }
}
