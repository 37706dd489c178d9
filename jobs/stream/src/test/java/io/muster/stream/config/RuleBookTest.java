package io.muster.stream.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    @Test
    void aPlanSetsRulesAndNothingElseChanges() throws Exception {
        JobConfig base = JobConfig.load("aq3064", null);
        JobConfig changed = base.rules()
                .under(Map.of(
                        "gathering.min_duration", "90 s",
                        "alarms.over_capacity.off_delay", "1 min",
                        "watch.tag_lost_after", "10 s",
                        "device.battery_low", "15"));
        assertEquals(90_000, changed.gathering().minDurationMillis());
        assertEquals(60_000L, changed.alarm().offDelayMillis().get("over_capacity"));
        assertEquals(15, changed.device().lowBatteryPercent());
        assertEquals(base.fuse(), changed.fuse());
        assertEquals(base.gathering(), base.rules().under(Map.of()).gathering(), "without rules all is as it was");
        assertEquals(
                base.alarm(),
                changed.rules()
                        .under(Map.of("alarms.over_capacity.off_delay", "5 s"))
                        .alarm());
    }

    @Test
    void everyFaultIsToldInTheWordsOfTheConfiguration() throws Exception {
        JobConfig base = JobConfig.load("aq3064", null);
        Map<String, String> rules = new TreeMap<>(Map.of(
                "gathering.min_duration", "soon",
                "gathering.min_count", "1",
                "alarms.over_capacity.off_delay", "-1 s"));
        assertEquals(
                List.of(
                        "gathering.min_duration: expected a time such as 2 s, was 'soon'",
                        "gathering.min_count: must be at least 2, was 1",
                        "alarms.over_capacity.off_delay: must be at least 0 ms, was -1 s"),
                base.rules().faults(rules).stream()
                        .filter(each -> rules.keySet().stream().anyMatch(each::startsWith))
                        .toList());
        assertEquals(List.of(), base.rules().faults(Map.of("gathering.min_duration", "2 min")));
    }

    @Test
    void whatIsTheJobsOwnIsNoRule() throws Exception {
        RuleBook book = JobConfig.load("aq3064", null).rules();
        for (String each : List.of(
                "settle",
                "compute_cycle",
                "sampling.interval",
                "clock.ahead",
                "limits.delay",
                "fuse.speed_gate",
                "alarms.report",
                "alarms.forget_after",
                "gathering.report",
                "device.silent_after",
                "gathering.no_such")) {
            List<String> faults = book.faults(Map.of(each, "1 s"));
            assertEquals(1, faults.size(), each);
            assertTrue(faults.get(0).startsWith(each + ": no rule that a plan can set; there are "), faults.get(0));
            assertTrue(faults.get(0).contains("gathering.min_duration"), faults.get(0));
            assertFalse(faults.get(0).contains(", settle"), faults.get(0));
        }
    }
}
