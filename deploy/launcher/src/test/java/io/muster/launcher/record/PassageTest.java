package io.muster.launcher.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Broker times are 12:00:00 + so many ms; the clock of this machine began elsewhere. */
class PassageTest {
    private static final long HERE = 7_000_000;

    private final Passage passage = new Passage();

    @Test
    void whereTicksComeTheSlowestPartitionSaysHowFar() {
        passage.follow("a");
        passage.follow("b");
        passage.allTopicsKnown(Long.MAX_VALUE);
        passage.read("a", 250, HERE);
        assertEquals(Passage.NOTHING, passage.passed(), "nobody knows what b will bring");
        passage.read("b", 100, HERE + 1);
        passage.read("a", 500, HERE + 2);
        assertEquals(100, passage.passed());
    }

    @Test
    void aSilentPartitionPassesWhenItWasReadToItsEndLongEnoughAfterwards() {
        passage.follow("busy");
        passage.follow("silent");
        passage.allTopicsKnown(Long.MAX_VALUE);
        passage.read("busy", 400, HERE);
        passage.read("busy", 900, HERE + 600);
        assertEquals(Passage.NOTHING, passage.bound(HERE + 999), "nothing was read a second before the question");
        passage.atEnd("silent", passage.bound(HERE + 1_000));
        assertEquals(401, passage.passed(), "what is appended now arrives after what was read a second ago");
        passage.atEnd("silent", passage.bound(HERE + 1_600));
        assertEquals(900, passage.passed(), "now the busy one is the slowest");
    }

    @Test
    void whereAllIsSilentEverythingReadHasPassed() {
        passage.follow("a");
        passage.read("a", 400, HERE);
        passage.read("a", 410, HERE + 10);
        long bound = passage.bound(HERE + 1_010);
        passage.allTopicsKnown(bound);
        passage.atEnd("a", bound);
        assertEquals(411, passage.passed(), "also the last one, which no later record vouches for");
    }

    @Test
    void aTopicThatNobodyKnowsOfYetHoldsTimeBack() {
        passage.follow("a");
        passage.read("a", 400, HERE);
        passage.allTopicsKnown(passage.bound(HERE + 1_000));
        passage.read("a", 5_000, HERE + 2_000);
        assertEquals(401, passage.passed(), "a vendor may have joined since the topics were asked for");
        passage.follow("late");
        passage.allTopicsKnown(passage.bound(HERE + 3_000));
        assertEquals(Passage.NOTHING, passage.passed(), "what the late one holds must be read first");
        passage.read("late", 4_990, HERE + 3_010);
        assertEquals(4_990, passage.passed());
    }

    @Test
    void aBrokersClockThatIsSetBackDoesNotMoveArrival() {
        passage.follow("a");
        assertEquals(500, passage.read("a", 500, HERE));
        assertEquals(500, passage.read("a", 300, HERE + 1));
        assertEquals(501, passage.read("a", 501, HERE + 2));
    }
}
