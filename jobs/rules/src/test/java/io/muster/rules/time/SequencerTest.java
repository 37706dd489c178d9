package io.muster.rules.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The properties of time that every decision rests on, told with partitions A and B and a settle of 1,000 ms. */
class SequencerTest {
    private static final long SETTLE = 1_000;

    private final Sequencer<String> time = new Sequencer<>(SETTLE, false);
    private final List<String> out = new ArrayList<>();

    @Test
    void timeBeginsWhenEveryPartitionThatWasThereHasTicked() {
        time.expect("A");
        time.expect("B");
        tick("A", 5_000);
        assertEquals(Sequencer.NOTHING_DECIDED, time.watermarkMillis());
        tick("B", 5_000);
        assertEquals(3_999, time.watermarkMillis());
    }

    @Test
    void recordsBeforeTheFirstTickOfTheirPartitionAreOrderedAtThatTick() {
        time.expect("A");
        record("A", 4_000, "early");
        assertEquals(List.of(), out);
        tick("A", 5_000);
        record("A", 5_100, "later");
        assertEquals(List.of("early@5000", "later@5100"), out);
    }

    @Test
    void arrivalNeverGoesBackWithTheBrokersClock() {
        joined("A", 5_000);
        record("A", 6_000, "first");
        record("A", 5_500, "second");
        assertEquals(List.of("first@6000", "second@6000"), out);
    }

    @Test
    void aSilentPartitionDoesNotStopTimeSinceItsTicksGoOn() {
        joined("A", 5_000);
        joined("B", 5_000);
        for (long at = 5_250; at <= 60_000; at += 250) {
            record("A", at, "x");
            tick("A", at);
            tick("B", at);
        }
        assertEquals(60_000 - SETTLE - 1, time.watermarkMillis());
    }

    @Test
    void aBacklogHoldsTimeBackSinceItsTicksStandBehindIt() {
        joined("A", 5_000);
        joined("B", 5_000);
        tick("A", 60_000);
        record("B", 5_100, "backlog");
        assertEquals(5_000 - SETTLE - 1, time.watermarkMillis());
        tick("B", 60_000);
        assertEquals(60_000 - SETTLE - 1, time.watermarkMillis());
    }

    @Test
    void recordsAloneDoNotMoveTime() {
        joined("A", 5_000);
        record("A", 90_000, "x");
        assertEquals(5_000 - SETTLE - 1, time.watermarkMillis());
    }

    @Test
    void aNewPartitionDoesNotStallTheOthersBeforeItIsOpened() {
        joined("A", 5_000);
        record("B", 5_200, "of a new vendor");
        tick("A", 30_000);
        assertEquals(30_000 - SETTLE - 1, time.watermarkMillis());
        assertEquals(List.of(), out);
    }

    @Test
    void aNewPartitionHoldsTimeFromItsOpeningToItsFirstTickSoNothingOfItIsBehind() {
        joined("A", 5_000);
        record("B", 5_200, "of a new vendor");
        assertTrue(time.opening("B", 9_000), "ticks are asked for");
        tick("A", 30_000);
        assertEquals(5_000 - SETTLE - 1, time.watermarkMillis());
        tick("B", 9_250);
        assertEquals(List.of("of a new vendor@9250"), out);
        assertEquals(9_250 - SETTLE - 1, time.watermarkMillis());
    }

    @Test
    void anOpeningRecordThatComesAgainAsksForNothing() {
        joined("A", 5_000);
        time.opening("B", 9_000);
        assertFalse(time.opening("B", 9_100));
        assertFalse(time.opening("A", 9_100));
    }

    @Test
    void aDeletedPartitionIsWaitedForNoMore() {
        joined("A", 5_000);
        joined("B", 5_000);
        tick("A", 60_000);
        time.gone("B", this::hand);
        assertEquals(60_000 - SETTLE - 1, time.watermarkMillis());
    }

    @Test
    void whatADeletedPartitionHeldIsNotLostAndNotBehind() {
        joined("A", 50_000);
        time.opening("B", 9_000);
        record("B", 9_000, "held");
        time.gone("B", this::hand);
        assertEquals(List.of("held@" + (50_000 - SETTLE)), out);
    }

    @Test
    void aRestoredSequencerGoesOnWhereItWas() {
        joined("A", 5_000);
        joined("B", 5_000);
        tick("A", 8_000);
        tick("B", 7_000);
        record("C", 7_100, "held");
        Sequencer<String> restored = new Sequencer<>(SETTLE, false);
        restored.restore(time.partitions(), time.watermarkMillis());
        time.eachHeld(restored::restoreHeld);
        assertEquals(5_999, restored.watermarkMillis());
        restored.tick("B", 9_000, this::hand);
        assertEquals(6_999, restored.watermarkMillis());
        restored.record("A", 6_000, "clock stepped back", this::hand);
        restored.tick("C", 9_000, this::hand);
        assertEquals(List.of("clock stepped back@8000", "held@9000"), out);
    }

    @Test
    void inAFileEveryPartitionTakesPartFromItsFirstRecordOn() {
        Sequencer<String> file = new Sequencer<>(SETTLE, true);
        file.record("A", 5_000, "first", this::hand);
        file.tickAll(7_000);
        file.record("B", 7_000, "second", this::hand);
        assertEquals(List.of("first@5000", "second@7000"), out);
        assertEquals(5_999, file.watermarkMillis());
        file.tickAll(9_000);
        assertEquals(7_999, file.watermarkMillis());
    }

    @Test
    void aFixIsOrderedAtItsOwnTimeWithinTheSettle() {
        assertEquals(9_500, Sequencer.orderingMillis(9_500, 10_000, SETTLE), "within");
        assertEquals(9_000, Sequencer.orderingMillis(2_000, 10_000, SETTLE), "too late to be put in order");
        assertEquals(10_000, Sequencer.orderingMillis(12_000, 10_000, SETTLE), "ahead of its arrival");
        assertEquals(10_000, Sequencer.orderingMillis(9_000, 10_000, 0), "no settle");
    }

    @Test
    void withoutASettleTimeIsOneMillisecondBehindTheOldestTick() {
        Sequencer<String> file = new Sequencer<>(0, false);
        file.tick("A", 5_000, this::hand);
        assertEquals(4_999, file.watermarkMillis());
    }

    @Test
    void anOpeningRecordThatComesAgainIsAnArrivalLikeAnyOther() {
        joined("A", 5_000);
        time.opening("A", 9_100);
        record("A", 9_000, "after it");
        assertEquals(List.of("after it@9100"), out);
    }

    @Test
    void anExpectedPartitionThatIsOpenedIsStillWaitedForOnce() {
        time.expect("A");
        joined("B", 5_000);
        time.expect("A");
        assertFalse(time.opening("A", 5_100), "ticks are sent to it already");
        tick("B", 9_000);
        assertEquals(Sequencer.NOTHING_DECIDED, time.watermarkMillis());
        tick("A", 9_000);
        assertEquals(9_000 - SETTLE - 1, time.watermarkMillis());
    }

    @Test
    void aPartitionThatWasNeverThereIsNotMissedWhenItGoes() {
        joined("A", 5_000);
        time.gone("X", this::hand);
        tick("A", 6_000);
        assertEquals(6_000 - SETTLE - 1, time.watermarkMillis());
    }

    @Test
    void anOpenedPartitionThatIsDeletedBeforeItsFirstTickHoldsNothingBack() {
        joined("A", 5_000);
        time.opening("B", 5_100);
        tick("A", 9_000);
        assertEquals(5_000 - SETTLE - 1, time.watermarkMillis());
        time.gone("B", this::hand);
        assertEquals(9_000 - SETTLE - 1, time.watermarkMillis());
    }

    @Test
    void aTickForNobodyMovesNoTime() {
        time.tickAll(9_000);
        assertEquals(Sequencer.NOTHING_DECIDED, time.watermarkMillis());
    }

    @Test
    void aNegativeSettleIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Sequencer<String>(-1, false));
    }

    /** Whatever comes in whatever order: nothing handed on is at or behind the time that had passed, and nothing is lost. */
    @Test
    void nothingIsHandedOnBehindTheWatermark() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            Sequencer<String> any = new Sequencer<>(SETTLE, false);
            List<String> partitions = List.of("A", "B", "C", "D");
            any.expect("A");
            any.expect("B");
            boolean[] ticking = {true, true, false, false};
            long now = 10_000;
            int sent = 0;
            int[] handed = {0};
            for (int step = 0; step < 300; step++) {
                now += random.nextInt(200);
                int at = random.nextInt(4);
                long broker = now;
                switch (random.nextInt(4)) {
                    case 0 -> {
                        if (ticking[at]) {
                            any.tick(partitions.get(at), broker, (value, arrival) -> check(any, arrival, seed, handed));
                        }
                    }
                    case 1 -> ticking[at] |= any.opening(partitions.get(at), broker);
                    default -> {
                        sent++;
                        any.record(
                                partitions.get(at), broker, "x", (value, arrival) -> check(any, arrival, seed, handed));
                    }
                }
            }
            int[] waiting = {0};
            any.eachHeld((partition, value) -> waiting[0]++);
            assertEquals(sent, handed[0] + waiting[0], "seed " + seed);
        }
    }

    private static void check(Sequencer<String> time, long arrival, long seed, int[] handed) {
        handed[0]++;
        long ordering = Sequencer.orderingMillis(Long.MIN_VALUE / 2, arrival, SETTLE);
        assertTrue(ordering > time.watermarkMillis(), () -> "behind the watermark, seed " + seed);
    }

    private void joined(String partition, long millis) {
        time.expect(partition);
        tick(partition, millis);
    }

    private void record(String partition, long millis, String value) {
        time.record(partition, millis, value, this::hand);
    }

    private void tick(String partition, long millis) {
        time.tick(partition, millis, this::hand);
    }

    private void hand(String value, long arrival) {
        out.add(value + "@" + arrival);
    }
}
