package io.muster.stream.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.topic.TopicKind;
import io.muster.stream.input.Control;
import io.muster.stream.input.RawRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a record is given, by a clock that is told. */
class PacedFeedTest {
    private long nanos = 7_000_000_000L;

    @Test
    void recordsWaitForTheirArrivalAndPlansForNothing() {
        List<RawRecord> records = List.of(
                record(TopicKind.PLANS, -1_000_000),
                record(TopicKind.LOCATION_UPDATES, 10_000),
                record(TopicKind.LOCATION_UPDATES, 10_000),
                record(TopicKind.TRACKABLES, 11_000),
                record(TopicKind.LOCATION_UPDATES, 12_000),
                record(TopicKind.LOCATION_UPDATES, 70_000));
        PacedFeed feed = new PacedFeed(records.iterator(), 4, () -> nanos, this::waitHalf);

        List<Long> given = new ArrayList<>();
        while (feed.hasNext()) {
            feed.next();
            given.add((nanos - 7_000_000_000L) / 1_000_000);
        }
        assertEquals(List.of(0L, 0L, 0L, 0L, 500L, 15_000L), given, "ms of a clock, at four recorded seconds in one");
    }

    @Test
    void whatIsBehindDoesNotWait() {
        List<RawRecord> records =
                List.of(record(TopicKind.LOCATION_UPDATES, 0), record(TopicKind.LOCATION_UPDATES, 1000));
        PacedFeed feed = new PacedFeed(records.iterator(), 1, () -> nanos, this::waitHalf);
        feed.next();
        nanos += 5_000_000_000L;
        feed.next();
        assertEquals(12_000_000_000L, nanos);
    }

    @Test
    void topicsAreNamedAsTheirFiles() throws Exception {
        assertEquals(
                EnumSet.of(TopicKind.ALARMS, TopicKind.GATHERING_EVENTS),
                WantedTopics.parse("gathering-events, alarms"));
        ReplayFaults faults = assertThrows(ReplayFaults.class, () -> WantedTopics.parse("alarms,plans,x,"));
        String said = String.join("|", faults.faults());
        assertTrue(said.startsWith("--topics: no output topic 'plans', 'x', ''; there are rejected-updates, "), said);
        assertEquals(1, faults.faults().size());
    }

    /** A clock that wakes too early, as real ones do. */
    private void waitHalf(long wanted) {
        nanos += wanted > 1000 ? wanted / 2 : wanted;
    }

    private static RawRecord record(TopicKind kind, long millis) {
        return new RawRecord("s", kind.wire(), kind, null, 0, 0, millis, null, null, Control.RECORD);
    }
}
