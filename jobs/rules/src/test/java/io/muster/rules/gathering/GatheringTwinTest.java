package io.muster.rules.gathering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.Seeds;
import io.muster.rules.alarm.Finding;
import io.muster.rules.sample.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Days of coming and going against the obvious way, and invariants that hold on any day. */
class GatheringTwinTest {
    private static final GatheringOptions RAW = raw(2_000);

    private static GatheringOptions raw(long cycleMillis) {
        return new GatheringOptions(
                cycleMillis,
                15,
                60_000,
                3,
                4,
                7,
                0.6,
                0.3,
                Double.POSITIVE_INFINITY,
                30_000,
                10_000,
                30_000,
                600_000,
                10_000,
                10_000,
                5_000,
                true);
    }

    /**
     * One spot where people jump in and out, without noise: the number at the spot at each second decides. It has held since the first second
     * of three; a gap of more than 10 s ends it; more than 60 s make it a gathering.
     */
    @Test
    void startsAndEndsAsASecondBySecondCountSays() {
        for (long seed = 1; seed <= Seeds.upTo(20); seed++) {
            for (long cycle : new long[] {2_000, 25_000}) {
                Random random = new Random(seed);
                Yard yard = new Yard(raw(cycle));
                Map<String, Boolean> inside = new TreeMap<>();
                List<Long> obvious = new ArrayList<>();
                long since = -1;
                long held = -1;
                boolean started = false;
                for (int second = 0; second < 900; second++) {
                    // The moves of whole minutes of calm or of unrest; samples follow within 90 ms, the look comes at
                    // the next full second.
                    int likely = (second / 90) % 2 == 0 ? 40 : 4;
                    // All four are sampled 50 ms after the full second.
                    for (String person : List.of("A", "K", "U", "_")) {
                        if (second == 0 || random.nextInt(likely) == 0) {
                            boolean now = random.nextInt(3) > 0;
                            inside.put(person, now);
                            yard.stands(person, now ? 0 : 1_000 * (1 + person.charAt(0)), 0);
                        }
                    }
                    yard.until((second + 1) * 1_000L);
                    long look = (second + 1) * 1_000L;
                    boolean three = inside.values().stream().filter(v -> v).count() >= 3;
                    if (since >= 0 && held < look - 11_000 + 1 && !three) {
                        if (started) {
                            obvious.add(-held);
                        }
                        since = -1;
                        started = false;
                    }
                    if (three) {
                        since = since < 0 ? look : since;
                        held = look;
                        if (!started && look - since >= 60_000) {
                            started = true;
                            obvious.add(since);
                        }
                    }
                }
                assertEquals(obvious, toldTo(yard), "seed " + seed + ", cycle " + cycle);
            }
        }
    }

    /** Starts as the full second after the onset, ends as the negative of the second at which it held last. */
    private static List<Long> toldTo(Yard yard) {
        List<Long> told = new ArrayList<>();
        for (GatheringChange each : yard.changes()) {
            Long end = each.level().equals("blue") ? null : each.endMillis();
            if (each.type() == GatheringChange.Type.START) {
                told.add(each.startMillis() / 1_000 * 1_000 + 1_000);
            } else if (end != null) {
                told.add(-end);
            }
        }
        return told;
    }

    @Test
    void onAnyDayEveryGatheringStartsOnceEndsOnceAndNobodyIsInTwo() {
        for (long seed = 1; seed <= Seeds.upTo(10); seed++) {
            Random random = new Random(seed);
            Yard yard = Yard.cycle(2_000).noise(seed, 0.4, 0.5, 1_000);
            for (int second = 0; second < 600; second++) {
                for (int i = 0; i < 25; i++) {
                    if (second == 0 || random.nextInt(90) == 0) {
                        yard.stands("P" + i, random.nextInt(80), random.nextInt(80));
                    } else if (random.nextInt(400) == 0) {
                        yard.leaves("P" + i);
                    }
                }
                yard.until((second + 1) * 1_000L);
            }
            for (int i = 0; i < 25; i++) {
                yard.leaves("P" + i);
            }
            yard.until(630_000);
            check(yard, "seed " + seed);
            findings(yard, "seed " + seed);
        }
    }

    private static void check(Yard yard, String where) {
        Map<String, GatheringChange> last = new HashMap<>();
        for (GatheringChange each : yard.changes()) {
            GatheringChange before = last.put(each.id(), each);
            String at = where + ": " + each;
            boolean young = before == null || before.type() == GatheringChange.Type.PRE_WARNING;
            assertTrue(young || each.type() != GatheringChange.Type.PRE_WARNING, at);
            assertTrue(young || each.type() != GatheringChange.Type.START, at);
            assertTrue(!young || each.type() != GatheringChange.Type.ONGOING, at);
            assertEquals(before == null ? 1 : before.seq() + 1, each.seq(), at);
            assertTrue(before == null || before.type() != GatheringChange.Type.END, at);
            assertTrue(
                    !each.type().equals(GatheringChange.Type.START) || each.timeMillis() - each.startMillis() > 60_000,
                    at);
            assertTrue(before != null || each.timeMillis() - each.startMillis() > 30_000, at);
            assertTrue(each.count() >= 3 && each.peakCount() >= each.count(), at);
            assertTrue(before == null || each.timeMillis() - before.timeMillis() <= 5_000, at);
        }
        assertTrue(last.size() > 3, where + ": too calm a day to tell anything");
        assertTrue(last.values().stream().allMatch(c -> c.type() == GatheringChange.Type.END), where);
        assertEquals(null, yard.floor.wakeAt(), where);
    }

    /** Each gathering is found once, and over once. */
    private static void findings(Yard yard, String where) {
        Map<String, List<Finding>> bySubject = new TreeMap<>();
        yard.findings().forEach(each -> bySubject
                .computeIfAbsent(each.subjectId(), id -> new ArrayList<>())
                .add(each));
        for (List<Finding> each : bySubject.values()) {
            assertTrue(each.stream().limit(each.size() - 1L).allMatch(Finding::active), where);
            assertFalse(each.get(each.size() - 1).active(), where);
        }
    }

    /** The state that was given is not touched: the same call gives the same answer again. */
    @Test
    void theSameCallGivesTheSameAnswer() {
        GatheringRule rule = new GatheringRule(RAW);
        Yard yard = new Yard(RAW)
                .stands("A", 0, 0)
                .stands("B", 1, 0)
                .stands("C", 2, 0)
                .until(60_500);
        GatheringState state = yard.floor.state();
        if (state == null) {
            throw new AssertionError("nobody is here");
        }
        Sample sample = yard.sample("B", 500, 0, 60_500, false, false);
        assertEquals(rule.onInput(state, sample), rule.onInput(state, sample));
        assertEquals(rule.onWake(state, 61_000), rule.onWake(state, 61_000));
    }
}
