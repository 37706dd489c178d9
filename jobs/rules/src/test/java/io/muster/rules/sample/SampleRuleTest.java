package io.muster.rules.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.Seeds;
import io.muster.rules.Step;
import io.muster.rules.fuse.Position;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import io.muster.rules.place.Placed;
import io.muster.rules.place.Tolerances;
import io.muster.rules.place.ZoneAt;
import io.muster.rules.place.ZoneTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SampleRuleTest {

    private final SampleRule rule = new SampleRule(SampleOptions.standard());
    private final List<Sample> samples = new ArrayList<>();
    private @Nullable SampleState state;
    private @Nullable Long wakeAt;
    private long positions;

    /** A position at x metres, at millis; wake-ups before it come first, those of the same instant after it. */
    private void at(long millis, double x, @Nullable Double floor, ZoneAt... zones) {
        at(millis, millis, x, floor, zones);
    }

    private void at(long millis, long eventMillis, double x, @Nullable Double floor, ZoneAt... zones) {
        wakeBefore(millis);
        Position position = new Position(
                "plant",
                "wang",
                Who.of("ops", "01"),
                "T7",
                Technology.UWB,
                x,
                0,
                0,
                floor,
                0.3,
                null,
                millis,
                eventMillis,
                ++positions,
                List.of());
        take(rule.onInput(state, new Placed(position, "v1", List.of(zones))));
    }

    private void wakeBefore(long millis) {
        while (wakeAt != null && wakeAt < millis && state != null) {
            take(rule.onWake(state, wakeAt));
        }
    }

    private void take(Step<SampleState, Sample> step) {
        state = step.next();
        wakeAt = step.wakeAtMillis();
        samples.addAll(step.events());
    }

    private List<String> told() {
        return samples.stream()
                .map(s -> s.timeMillis() + (s.left() ? " left floor " : " floor ") + s.gatheringFloor()
                        + (s.left() ? "" : " at " + s.x()) + " #" + s.seq())
                .toList();
    }

    private static ZoneAt zone(String id, double distance, boolean exempt, boolean floorSure) {
        return new ZoneAt(
                id, distance, exempt, new Tolerances(2, 3_000, 1, 5_000, 1_000, 10_000), floorSure, ZoneTraits.NONE);
    }

    @Test
    void theNewestWaitsForItsTurn() {
        at(0, 1, 0.0);
        at(100, 2, 0.0);
        at(200, 3, 0.0);
        wakeBefore(1_001);
        assertEquals(List.of("0 floor 0.0 at 1.0 #1", "1000 floor 0.0 at 3.0 #2"), told());
        assertEquals(200, samples.get(1).eventMillis());
        assertNull(wakeAt);
    }

    @Test
    void minusZeroIsTheGroundFloorFromTheFirstPositionOn() {
        at(0, 1, -0.0);
        assertEquals(List.of("0 floor 0.0 at 1.0 #1"), told());
    }

    @Test
    void aSampleStandsInTheOrderOfThePerson() {
        at(5_000, 4_800, 1, 0.0);
        Sample sample = samples.get(0);
        assertEquals(
                "5000 4800 sample/wang 0 1",
                sample.timeMillis() + " " + sample.eventMillis() + " " + sample.origin() + " " + sample.partition()
                        + " " + sample.offset());
    }

    @Test
    void oneMillisecondIsTheShortestInterval() {
        assertEquals(List.of(), new SampleOptions(1).faults());
        assertEquals(List.of("sample.min-interval must be >= 1 ms, was 0 ms"), new SampleOptions(0).faults());
    }

    @Test
    void aPositionAtItsTurnIsToldAtOnceAndOneMillisecondBeforeItIsNot() {
        at(0, 1, 0.0);
        at(999, 2, 0.0);
        at(1_000, 3, 0.0);
        wakeBefore(99_000);
        assertEquals(List.of("0 floor 0.0 at 1.0 #1", "1000 floor 0.0 at 3.0 #2"), told());
    }

    @Test
    void theTurnIsCountedFromTheLastSampleNotFromTheLastPosition() {
        at(0, 1, 0.0);
        at(900, 2, 0.0);
        at(1_800, 3, 0.0);
        wakeBefore(99_000);
        assertEquals(List.of("0 floor 0.0 at 1.0 #1", "1000 floor 0.0 at 2.0 #2", "2000 floor 0.0 at 3.0 #3"), told());
    }

    @Test
    void theRateIsCountedInOrderingTimeAndTheSampleKeepsTheTimeOfItsFix() {
        at(5_000, 1_000, 1, 0.0);
        at(5_100, 4_000, 2, 0.0);
        wakeBefore(99_000);
        assertEquals(List.of("5000 floor 0.0 at 1.0 #1", "6000 floor 0.0 at 2.0 #2"), told());
        assertEquals(4_000, samples.get(1).eventMillis());
    }

    @Test
    void aChangedFloorIsLeftFirst() {
        at(0, 1, 1.0);
        at(2_000, 2, 2.0, zone("loft", -1, true, true));
        assertEquals(List.of("0 floor 1.0 at 1.0 #1", "2000 left floor 1.0 #2", "2000 floor 2.0 at 2.0 #3"), told());
        assertEquals(List.of(), samples.get(1).fenceIds());
        assertEquals(1.0, samples.get(1).floor());
    }

    @Test
    void anUnknownFloorIsTheLastKnownOneElseZero() {
        at(0, 1, null);
        at(1_000, 2, 0.0);
        at(2_000, 3, 2.0);
        at(3_000, 4, null);
        assertEquals(
                List.of(
                        "0 floor 0.0 at 1.0 #1",
                        "1000 floor 0.0 at 2.0 #2",
                        "2000 left floor 0.0 #3",
                        "2000 floor 2.0 at 3.0 #4",
                        "3000 floor 2.0 at 4.0 #5"),
                told());
        assertNull(samples.get(4).floor());
    }

    @Test
    void aFloorIsKnownEvenFromAPositionThatWasNeverTold() {
        at(0, 1, 1.0);
        at(100, 2, 2.0);
        at(200, 3, null);
        wakeBefore(99_000);
        assertEquals(List.of("0 floor 1.0 at 1.0 #1", "1000 left floor 1.0 #2", "1000 floor 2.0 at 3.0 #3"), told());
    }

    @Test
    void minusZeroIsTheGroundFloor() {
        at(0, 1, 0.0);
        at(1_000, 2, -0.0);
        assertEquals(2, samples.size());
    }

    @Test
    void zonesAreThoseThatContainThePositionSorted() {
        at(0, 1, 0.0, zone("b", -1, false, true), zone("a", 0, false, true), zone("c", 0.001, true, true));
        assertEquals(List.of("a", "b"), samples.get(0).fenceIds());
        assertEquals(false, samples.get(0).exempt());
    }

    @Test
    void anyExemptZoneExemptsUnlessTheFloorIsInDoubt() {
        at(0, 1, 0.0, zone("a", -1, false, true), zone("canteen", -1, true, true));
        at(1_000, 1, null, zone("a", -1, false, true), zone("canteen", -1, true, false));
        assertEquals(true, samples.get(0).exempt());
        assertEquals(false, samples.get(1).exempt());
        assertEquals(List.of("a", "canteen"), samples.get(1).fenceIds());
    }

    @Test
    void optionsNameTheirFault() {
        assertEquals(List.of(), SampleOptions.standard().faults());
        assertEquals(List.of("sample.min-interval must be >= 1 ms, was 0 ms"), new SampleOptions(0).faults());
    }

    /** Never two within a second; the newest of a busy time is told at its end; nobody waits longer than a second. */
    @Test
    void atMostOneASecondAndNeverTheOlderOne() {
        for (long seed = 1; seed <= Seeds.upTo(200); seed++) {
            Random random = new Random(seed);
            SampleRuleTest story = new SampleRuleTest();
            TreeSet<Long> times = new TreeSet<>();
            long now = 0;
            for (int i = 0; i < 80; i++) {
                now += random.nextInt(4) == 0 ? random.nextInt(3_000) : random.nextInt(400);
                times.add(now);
                story.at(now, i, 0.0);
            }
            story.wakeBefore(now + 99_000);
            List<String> expected = new ArrayList<>();
            long turn = Long.MIN_VALUE;
            long told = Long.MIN_VALUE;
            for (long ms = 0; ms <= now + 1_000; ms++) { // the obvious: look at every millisecond
                long newest = Objects.requireNonNullElse(times.floor(ms), Long.MIN_VALUE);
                if (times.contains(ms) ? ms >= turn : newest > told && ms == turn) {
                    expected.add(ms + " " + newest);
                    told = newest;
                    turn = ms + 1_000;
                }
            }
            List<String> actual = story.samples.stream()
                    .map(s -> s.timeMillis() + " " + s.eventMillis())
                    .distinct()
                    .toList();
            assertEquals(expected, actual, "seed " + seed);
            for (int i = 1; i < story.samples.size(); i++) {
                assertTrue(
                        story.samples.get(i).timeMillis()
                                        - story.samples.get(i - 1).timeMillis()
                                >= 1_000,
                        "seed " + seed);
            }
        }
    }
}
