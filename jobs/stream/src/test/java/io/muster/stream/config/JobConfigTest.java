package io.muster.stream.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobConfigTest {

    @Test
    void profilesNameTheLegalLimitsAndKeepThem() throws Exception {
        JobConfig aq = JobConfig.load("aq3064", null);
        JobConfig henan = JobConfig.load("henan2024", null);

        assertEquals(new LegalLimits(5_000, 5_000, 5_000), aq.limits());
        assertEquals(2_000, aq.cycleMillis());
        assertEquals(new LegalLimits(10_000, 5_000, 30_000), henan.limits());
        assertEquals(25_000, henan.cycleMillis());
        for (JobConfig each : List.of(aq, henan)) {
            assertEquals(1_000, each.settleMillis());
            assertEquals(15, each.gathering().radiusMetres());
            assertTrue(each.fuse().speedGate()
                    && each.fuse().floorConfirmation()
                    && each.fuse().estimator());
        }
    }

    @Test
    void rawSwitchesOffWhateverMovesAPosition() throws Exception {
        JobConfig raw = JobConfig.load("raw", null);

        assertEquals(0, raw.settleMillis());
        assertFalse(raw.fuse().speedGate()
                || raw.fuse().floorConfirmation()
                || raw.fuse().estimator());
        assertFalse(raw.place().fenceTolerances());
        assertEquals(1, raw.place().uwb().entryConfirmCount());
        assertEquals(0, raw.place().uwb().exitToleranceMetres());
        assertEquals(-1, raw.place().uwb().staleAfterMillis());
    }

    @Test
    void aFileReplacesSingleSettings(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("own.yaml"),
                "settle: 500 ms\nfences:\n  uwb: {exit_tolerance: 25 cm, stale_after: never}\n");
        JobConfig own = JobConfig.load("aq3064", file);

        assertEquals(500, own.settleMillis());
        assertEquals(0.25, own.place().uwb().exitToleranceMetres());
        assertEquals(-1, own.place().uwb().staleAfterMillis());
        assertEquals(1_000, own.place().uwb().exitDelayMillis(), "as the profile says");
    }

    @Test
    void allFaultsOfAFileAreToldTogetherWithFileAndLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("bad.yaml"), """
                settle: 2
                sampling:
                  interval: 0 ms
                gathering:
                  radius: 15
                  min_count: 2.5
                  colour: red
                fuse: {speed_gate: 0 m/s}
                clock: [1, 2]
                """);

        assertEquals(
                List.of(
                        file + ":9: clock: expected settings by name",
                        file + ":1: settle: expected a time such as 2 s, was '2'",
                        file + ":3: sampling.interval: must be at least 1 ms, was 0 ms",
                        file + ":8: fuse.speed_gate: must be above 0 m/s, was 0 m/s",
                        file + ":5: gathering.radius: expected a length such as 1.5 m, was '15'",
                        file + ":6: gathering.min_count: expected a whole number, was 2.5"),
                faults("aq3064", file).subList(0, 6));
        List<String> all = faults("aq3064", file);
        assertEquals(7, all.size(), () -> String.join("\n", all));
        assertTrue(all.get(6).startsWith(file + ":7: gathering.colour: no such setting; there are "), all.get(6));
    }

    @Test
    void settingsThatContradictTheLawAreRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("slow.yaml"), "settle: 5 s\ncompute_cycle: 6 s\nsampling: {interval: 6 s}\n");

        assertEquals(
                List.of(
                        "compute_cycle must not be longer than limits.cycle (5000 ms), was 6000 ms",
                        "settle must be shorter than limits.delay (5000 ms), was 5000 ms",
                        "sampling.interval must not be longer than limits.sampling (5000 ms), was 6000 ms"),
                faults("aq3064", file));
    }

    @Test
    void whatIsNoYamlNoProfileOrNoFileIsOneFault(@TempDir Path folder) throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "settle: 1 s\nsettle: {\n");
        Path twice = Files.writeString(folder.resolve("twice.yaml"), "settle: 1 s\nsettle: 2 s\n");
        Path missing = folder.resolve("missing.yaml");

        assertEquals(List.of("no profile 'moon'; expected one of aq3064, henan2024, raw"), faults("moon", null));
        assertTrue(faults("raw", broken).get(0).startsWith(broken + ":3: no YAML: "), () -> faults("raw", broken)
                .toString());
        assertEquals(1, faults("raw", broken).size());
        assertEquals(List.of(twice + ":2: settle: is set twice"), faults("raw", twice));
        assertTrue(faults("raw", missing).get(0).startsWith(missing + ": cannot be read: "));
    }

    private static List<String> faults(String profile, @Nullable Path file) {
        return assertThrows(ConfigFaults.class, () -> JobConfig.load(profile, file))
                .faults();
    }
}
