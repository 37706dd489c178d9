package io.muster.launcher.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.topic.TopicKind;
import io.muster.simulator.Pacer;
import io.muster.stream.input.Control;
import io.muster.stream.input.RawRecord;
import io.muster.stream.replay.ReplayFaults;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a log is given of an input; times are ms. */
class PacedReplayTest {
    /** So fast that nothing is waited for, but paced all the same. */
    private static final double PACED = 1e12;

    private static final double MAX = 0;

    private final Deque<RawRecord> input = new ArrayDeque<>();
    private final List<String> log = new ArrayList<>();
    private int stopAfter = Integer.MAX_VALUE;

    @Test
    void ticksStandBeforeTheFirstRecordEach250MillisecondsAndBehindTheSettle() throws ReplayFaults {
        record(1_000);
        record(1_100);
        record(1_600);
        end(1_600 + 1_000 + 1);
        assertTrue(run(MAX));
        assertEquals(List.of("tick 1000", "1000", "1100", "tick 1600", "1600", "tick 2601"), log);
    }

    @Test
    void whereTimeIsWaitedForTicksGoOnInSilence() throws ReplayFaults {
        record(1_000);
        record(1_600);
        end(2_601);
        assertTrue(run(PACED));
        assertEquals(
                List.of(
                        "tick 1000",
                        "1000",
                        "tick 1250",
                        "tick 1500",
                        "1600",
                        "tick 1750",
                        "tick 2000",
                        "tick 2250",
                        "tick 2500",
                        "tick 2601"),
                log);
    }

    @Test
    void recordedTicksAreReplacedByItsOwn() throws ReplayFaults {
        record(1_000);
        input.add(raw(1_100, Control.TICK));
        input.add(raw(1_120, Control.OPEN));
        record(1_200);
        end(2_201);
        assertTrue(run(MAX));
        assertEquals(List.of("tick 1000", "1000", "1200", "tick 2201"), log);
    }

    @Test
    void whatWasWrittenBeforeAStopIsDecided() throws ReplayFaults {
        record(1_000);
        record(1_100);
        record(1_200);
        end(2_201);
        stopAfter = 2;
        assertFalse(run(MAX));
        assertEquals(List.of("tick 1000", "1000", "1100", "tick 2101"), log);
    }

    private boolean run(double speed) throws ReplayFaults {
        PacedReplay.Log to = new PacedReplay.Log() {
            @Override
            public void record(RawRecord record, long millis) {
                log.add(Long.toString(millis));
            }

            @Override
            public void tick(long millis) {
                log.add("tick " + millis);
            }
        };
        long[] written = {0};
        PacedReplay replay = new PacedReplay(to, speed, new Pacer(speed), () -> written[0] >= stopAfter);
        return replay.run(input::poll, 1_000, (count, millis) -> written[0] = count);
    }

    private void record(long millis) {
        input.add(raw(millis, Control.RECORD));
    }

    /** As an input ends: a tick for all partitions. */
    private void end(long millis) {
        input.add(raw(millis, Control.TICK_ALL));
    }

    private static RawRecord raw(long millis, Control control) {
        return new RawRecord(
                "replay-a",
                "location-updates.acme",
                TopicKind.LOCATION_UPDATES,
                "acme",
                0,
                0,
                millis,
                null,
                null,
                control);
    }
}
