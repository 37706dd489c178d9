package io.muster.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.contract.value.AlarmKind;
import io.muster.launcher.report.Spread;
import io.muster.launcher.terminal.Terminal;
import io.muster.simulator.SimulationOptions;
import io.muster.simulator.verify.VerifyReport;
import io.muster.stream.config.ConfigFaults;
import io.muster.stream.config.JobConfig;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final long START = Instant.parse("2026-11-23T08:00:00Z").toEpochMilli();
    private static final DemoOptions OPTIONS = new DemoOptions(
            null, SimulationOptions.file(DemoOptions.SITE, 1).scenario(), 500, 7, "aq3064", true, null, null, START);

    private final Measurements measured = new Measurements();

    @Test
    void aDemoInsideAllLimitsPasses() throws Exception {
        evaluated(START + 2_000, 1_200);
        alarm("a-1", 1, "raised_unacknowledged", START + 20_000, 1_300);
        Verdict verdict = verdict(truths(1, 0, 0), 0, true);
        assertTrue(verdict.passed(), verdict.figures().toString());
        assertEquals(new Measurements.Tally(1, 0), verdict.alarms().get("over_capacity"));
        assertTrue(summary(verdict).contains("PASSED"));
    }

    @Test
    void aMissedTruthFails() throws Exception {
        evaluated(START + 2_000, 1_200);
        assertFails("truths_missed.over_capacity", verdict(truths(0, 1, 0), 0, true));
    }

    @Test
    void anInventedAlarmFails() throws Exception {
        evaluated(START + 2_000, 1_200);
        assertFails("alarms_invented.over_capacity", verdict(truths(1, 0, 1), 0, true));
    }

    @Test
    void aRestartFails() throws Exception {
        evaluated(START + 2_000, 1_200);
        assertFails("job_restarts", verdict(truths(1, 0, 0), 1, true));
    }

    @Test
    void aDelayAboveTheLawFails() throws Exception {
        evaluated(START + 2_000, 5_001);
        assertFails("legal.delay_max", verdict(truths(1, 0, 0), 0, true));
    }

    @Test
    void aJobThatDidNotComeToTheEndFails() throws Exception {
        evaluated(START + 2_000, 1_200);
        assertFails("undecided", verdict(truths(1, 0, 0), 0, false));
    }

    @Test
    void nothingMeasuredIsNotGood() throws Exception {
        assertFails("legal.delay_max", verdict(truths(1, 0, 0), 0, true));
    }

    @Test
    void anAlarmThatComesLateFailsThoughItIsFound() throws Exception {
        evaluated(START + 2_000, 1_200);
        alarm("a-1", 1, "raised_unacknowledged", START + 20_000, 2_501);
        assertFails("alarm_delay_p99", verdict(truths(1, 0, 0), 0, true));
    }

    @Test
    void theDelayOfAnAlarmIsThatOfItsFirstRecord() {
        alarm("a-1", 1, "raised_unacknowledged", START, 1_000);
        alarm("a-1", 1, "raised_unacknowledged", START, 9_000);
        alarm("a-1", 2, "cleared", START, 60_000);
        assertEquals(1_000, measured.alarmDelayMillis().max());
        assertEquals(new Measurements.Tally(1, 1), measured.tallies().get("over_capacity"));
        assertEquals(0, measured.open());
    }

    @Test
    void aStillPlantSaysNothingAboutDelay() {
        measured.plantEnds(START + 10_000);
        evaluated(START + 10_000, 1_000);
        evaluated(START + 12_000, 3_000);
        assertEquals(1_000, measured.modelDelayMillis().max());
        assertEquals(START + 12_000, measured.decidedUntilMillis());
    }

    @Test
    void theReportHasEveryFigureWithItsTarget() throws Exception {
        evaluated(START + 2_000, 1_200);
        JsonNode report = new ObjectMapper().readTree(Summary.report(verdict(truths(1, 0, 0), 0, true), OPTIONS));
        assertEquals("demo", report.path("command").asText());
        assertEquals(7, report.path("seed").asLong());
        for (String field : List.of("revision", "machine")) {
            assertFalse(report.path(field).asText().isEmpty(), field);
        }
        JsonNode figure = report.path("figures").get(2);
        assertEquals("legal.sampling_gap_p99", figure.path("name").asText());
        assertEquals(10_000, figure.path("target").asLong());
        assertTrue(figure.path("pass").asBoolean());
    }

    @Test
    void percentilesAreByNearestRank() {
        Spread spread = new Spread();
        for (int i = 100; i >= 1; i--) {
            spread.add(i);
        }
        assertEquals(50, spread.percentile(50));
        assertEquals(99, spread.percentile(99));
        assertEquals(100, spread.max());
        assertEquals(1, spread.last());
        assertThrows(IllegalArgumentException.class, () -> new Spread().max());
    }

    private static void assertFails(String figure, Verdict verdict) {
        assertFalse(verdict.passed());
        assertTrue(
                verdict.figures().stream().anyMatch(each -> each.name().equals(figure) && each.isMissed()),
                () -> figure + " in " + verdict.figures());
        assertTrue(summary(verdict).contains("FAILED"));
    }

    private Verdict verdict(VerifyReport truths, long restarts, boolean decided) throws ConfigFaults {
        return Verdict.of(new Verdict.Input(
                OPTIONS, JobConfig.load("aq3064", null), measured, truths, 1_000, 60_000, restarts, decided));
    }

    private static VerifyReport truths(int found, int missed, int invented) {
        return new VerifyReport(
                List.of(new VerifyReport.KindRow(
                        AlarmKind.OVER_CAPACITY,
                        found + missed,
                        found,
                        missed,
                        invented,
                        0,
                        0,
                        0,
                        0,
                        1_200,
                        1_300,
                        1_300)),
                List.of());
    }

    private void evaluated(long atMillis, long delayMillis) {
        measured.compliance(
                tree("""
                        {"evaluated_at":"%s","newest_fix_at":"%s","cycle_ms":2000,"late":0,
                         "sampling_gap":{"count":5,"p50_ms":1000,"p99_ms":2000,"max_ms":4000}}""".formatted(Instant.ofEpochMilli(atMillis), Instant.ofEpochMilli(atMillis))),
                atMillis + delayMillis);
    }

    private void alarm(String id, int seq, String state, long raisedMillis, long delayMillis) {
        measured.alarm(
                tree("{\"alarm_id\":\"%s\",\"seq\":%d,\"kind\":\"over_capacity\",\"state\":\"%s\",\"raised_at\":\"%s\"}"
                        .formatted(id, seq, state, Instant.ofEpochMilli(raisedMillis))),
                raisedMillis + delayMillis);
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String summary(Verdict verdict) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Summary.print(verdict, "aq3064", Terminal.plain(stream, stream));
        return out.toString(StandardCharsets.UTF_8);
    }
}
