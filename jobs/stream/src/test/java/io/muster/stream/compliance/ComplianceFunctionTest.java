package io.muster.stream.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.muster.rules.identify.Mark;
import io.muster.stream.compliance.Measure.Kind;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything is measured at a wall clock that stands at 100 s. */
class ComplianceFunctionTest {
    private static final WallClock AT_100_SECONDS = millis -> 100_000 - millis;

    private KeyedOneInputStreamOperatorTestHarness<String, Measure, ComplianceRecord> site;

    @BeforeEach
    void open() throws Exception {
        site = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new ComplianceFunction("aq3064", AT_100_SECONDS)),
                Measure::site,
                Types.STRING);
        site.open();
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @Test
    void theGapsOfTheTagsAndWhoWasSilentLongest() throws Exception {
        fix(1_000, "T1", 2_000L);
        fix(1_100, "T2", 7_000L);
        fix(1_200, "T1", 6_000L);
        fix(1_300, "T3", null);
        evaluation(2_000, 1_900L);
        fix(2_001, "T9", 60_000L); // belongs to the next evaluation
        site.processWatermark(2_000);
        ComplianceRecord told = only();
        assertEquals(new TimeSpread(3, 6_000, 7_000, 7_000), told.gaps());
        assertEquals(List.of(new Gap("T2", 7_000), new Gap("T1", 6_000)), told.slowest(), "each tag once");
    }

    @Test
    void theDelayOfTheModelRunsFromItsOwnNewestFixOfAllFloors() throws Exception {
        evaluation(2_000, 97_000L);
        evaluation(2_000, 98_500L);
        evaluation(2_000, null);
        site.processWatermark(2_000);
        ComplianceRecord told = only();
        assertEquals(98_500L, told.newestFixMillis());
        assertEquals(1_500L, told.delayMillis());
        assertNull(told.cycleMillis(), "nothing came before it");
    }

    @Test
    void aFixThatStaysTheNewestIsDelayedOnce() throws Exception {
        evaluation(2_000, 98_500L);
        evaluation(4_000, 98_500L); // all have fallen silent
        evaluation(6_000, 98_400L); // whoever had the newest takes part no more
        evaluation(8_000, 99_900L);
        site.processWatermark(2_000);
        assertEquals(1_500L, last().delayMillis());
        site.processWatermark(6_000);
        assertNull(last().delayMillis());
        assertEquals(98_400L, last().newestFixMillis());
        assertEquals(2_000L, last().cycleMillis(), "the model goes on");
        site.processWatermark(8_000);
        assertEquals(100L, last().delayMillis());
    }

    @Test
    void delaysAndCyclesAreSpreadOverFiveMinutes() throws Exception {
        evaluation(0, 90_000L); // 10 s behind, and forgotten after five minutes
        for (long at = 2_000; at <= 302_000; at += 2_000) {
            evaluation(at, 98_849L + at / 2_000); // 1,150 ms behind, then 1,149 ms, ...
        }
        site.processWatermark(298_000);
        assertEquals(new TimeSpread(150, 1_076, 1_150, 10_000), last().delays(), "from 0 s to 298 s");
        assertEquals(new TimeSpread(149, 2_000, 2_000, 2_000), last().cycles());
        site.processWatermark(302_000);
        assertEquals(new TimeSpread(150, 1_074, 1_148, 1_149), last().delays(), "what is five minutes old is gone");
    }

    @Test
    void theWindowsAreMeasuredBesideTheModel() throws Exception {
        window(2_000, 96_000L);
        window(2_000, 97_000L);
        window(2_000, null, false);
        evaluation(2_000, 99_000L);
        evaluation(4_000, 99_000L);
        window(7_000, 99_500L);
        evaluation(8_000, 99_000L);
        site.processWatermark(8_000);
        List<ComplianceRecord> told = site.extractOutputValues();
        assertEquals(3_000L, told.get(0).windowDelayMillis(), "from the newest fix of all zones");
        assertNull(told.get(0).windowCycleMillis());
        assertNull(told.get(1).windowDelayMillis(), "no window ended");
        assertEquals(500L, told.get(2).windowDelayMillis());
        assertEquals(5_000L, told.get(2).windowCycleMillis());
        assertEquals(new TimeSpread(2, 500, 3_000, 3_000), told.get(2).windowDelays());
    }

    @Test
    void anEmptyNightIsNoCycle() throws Exception {
        long evening = 2_000;
        long morning = evening + 8 * 3_600_000L;
        evaluation(evening, 1_900L);
        window(evening, 1_900L);
        evaluation(evening + 2_000, null);
        window(evening + 2_000, null, false);
        site.processWatermark(evening + 2_000);
        assertEquals(2_000L, last().cycleMillis(), "until the one that found nobody");
        assertEquals(2_000L, last().windowCycleMillis());
        evaluation(morning, morning - 100);
        window(morning, morning - 100);
        site.processWatermark(morning);
        assertNull(last().cycleMillis());
        assertNull(last().windowCycleMillis());
        assertEquals(0, last().cycles().count(), "that of the evening is older than five minutes");
        assertEquals(evening + 2_000, last().startMillis(), "what was rejected meanwhile is counted from there");
        evaluation(morning + 2_000, morning + 1_900);
        window(morning + 2_000, morning + 1_900);
        site.processWatermark(morning + 2_000);
        assertEquals(2_000L, last().cycleMillis(), "from the first one with somebody");
        assertEquals(2_000L, last().windowCycleMillis());
    }

    @Test
    void aStallWhilePeopleAreThereIsACycle() throws Exception {
        evaluation(2_000, 1_900L);
        window(2_000, 1_900L);
        evaluation(33_000, 32_900L);
        window(33_000, 32_900L);
        site.processWatermark(33_000);
        assertEquals(31_000L, last().cycleMillis());
        assertEquals(31_000L, last().windowCycleMillis());
        assertEquals(31_000, last().cycles().maxMillis());
    }

    @Test
    void aStallOfTheWindowsIsSeenWhereAllAreSilent() throws Exception {
        window(2_000, null, true);
        window(33_000, null, true);
        evaluation(33_000, null);
        site.processWatermark(33_000);
        assertEquals(31_000L, last().windowCycleMillis(), "they are counted there though nobody is heard");
        assertNull(last().windowDelayMillis());
    }

    @Test
    void onOneFloorOrInOneZoneSomebodyIsEnough() throws Exception {
        evaluation(2_000, 1_900L);
        evaluation(2_000, null);
        window(2_000, 1_900L);
        window(2_000, null, false);
        evaluation(33_000, 32_900L);
        window(33_000, 32_900L);
        site.processWatermark(33_000);
        assertEquals(31_000L, last().cycleMillis());
        assertEquals(31_000L, last().windowCycleMillis());
    }

    @Test
    void theWindowsGoOnWhileEverybodyIsExempt() throws Exception {
        evaluation(2_000, null);
        for (long end = 2_000; end <= 60_000; end += 2_000) {
            window(end, 99_000L);
        }
        window(62_000, null, false);
        evaluation(90_000, 89_900L);
        site.processWatermark(90_000);
        assertEquals(2_000L, last().windowCycleMillis(), "the longest of all since the evaluation before");
        assertEquals(1_000L, last().windowDelayMillis(), "measured when each ended");
        assertEquals(30, last().windowCycles().count());
        evaluation(92_000, 91_900L);
        site.processWatermark(92_000);
        assertNull(last().windowCycleMillis(), "each is told once");
        assertNull(last().windowDelayMillis());
    }

    @Test
    void aZoneIsCoveredAsWellAsItsPeopleAreHeard() throws Exception {
        count(1_000, "tank", 20, 1);
        count(1_000, "pump", 19, 1);
        count(1_500, "pump", 18, 2);
        count(1_600, "shaft", 0, 2);
        count(1_700, "yard", 3, 0);
        count(1_800, "yard", 0, 0);
        evaluation(2_000, null);
        site.processWatermark(2_000);
        assertEquals(
                List.of("pump degraded 18+2", "shaft blind 0+2", "tank ok 20+1"),
                only().zones().stream()
                        .map(each -> each.fenceId() + " " + each.state() + " " + each.confirmed() + "+" + each.stale())
                        .toList());
    }

    @Test
    void lateRejectedClockFaultsAndUnknownTagsAreCounted() throws Exception {
        measure(new Measure("s", Kind.FIX, 1_000, null, List.of(Mark.LATE, Mark.UNKNOWN_TAG), null, false, null));
        measure(new Measure("s", Kind.FIX, 1_000, null, List.of(Mark.CLOCK_FAULT), null, false, null));
        measure(new Measure("s", Kind.REJECT, 1_000, null, List.of(), null, false, null));
        measure(new Measure("s", Kind.REJECT, 1_001, null, List.of(), null, false, null));
        evaluation(2_000, null);
        site.processWatermark(2_000);
        ComplianceRecord told = only();
        assertEquals(
                List.of(1L, 2L, 1L, 1L), List.of(told.late(), told.rejected(), told.clockFaults(), told.unknownTags()));
        evaluation(4_000, null);
        site.processWatermark(4_000);
        assertEquals(0, last().rejected(), "each is counted once");
    }

    @Test
    void nothingFiresWhenTheInputEnds() throws Exception {
        evaluation(2_000, 1_000L);
        site.processWatermark(Long.MAX_VALUE);
        assertEquals(List.of(), site.extractOutputValues());
    }

    private void fix(long timeMillis, String tag, @Nullable Long gapMillis) throws Exception {
        Gap gap = gapMillis == null ? null : new Gap(tag, gapMillis);
        measure(new Measure("s", Kind.FIX, timeMillis, gap, List.of(), null, false, null));
    }

    private void evaluation(long timeMillis, @Nullable Long newestMillis) throws Exception {
        measure(new Measure("s", Kind.EVALUATION, timeMillis, null, List.of(), newestMillis, false, null));
    }

    /** Of a zone in which somebody was heard. */
    private void window(long endMillis, @Nullable Long newestMillis) throws Exception {
        window(endMillis, newestMillis, true);
    }

    private void window(long endMillis, @Nullable Long newestMillis, boolean somebody) throws Exception {
        measure(new Measure("s", Kind.WINDOW, endMillis, null, List.of(), newestMillis, somebody, null));
    }

    private void count(long timeMillis, String fence, int confirmed, int stale) throws Exception {
        ZoneHeard zone = new ZoneHeard(fence, confirmed, stale, timeMillis);
        measure(new Measure("s", Kind.COUNT, timeMillis, null, List.of(), null, false, zone));
    }

    private void measure(Measure measure) throws Exception {
        site.processElement(new StreamRecord<>(measure));
    }

    private ComplianceRecord only() {
        assertEquals(1, site.extractOutputValues().size());
        return last();
    }

    private ComplianceRecord last() {
        List<ComplianceRecord> told = site.extractOutputValues();
        return told.get(told.size() - 1);
    }
}
