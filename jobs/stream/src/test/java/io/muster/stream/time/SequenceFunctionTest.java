package io.muster.stream.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.contract.topic.TopicKind;
import io.muster.stream.input.Control;
import io.muster.stream.input.RawRecord;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which partitions a job ticks: all that time waits for, whoever ticked them first. */
class SequenceFunctionTest {
    private static final long SETTLE = 1_000;

    /** Flink runs a copy of the function, so what it does is seen here. */
    private static final Set<String> TICKED = new TreeSet<>();

    private static Set<String> present = Set.of();

    @BeforeEach
    void nothingYet() {
        TICKED.clear();
        present = Set.of();
    }

    @Test
    void whatAnotherJobTickedIsTickedByThisOneToo() throws Exception {
        present = Set.of("north.plans#0");
        try (var job = job("north", null)) {
            give(job, "north", Control.TICK, 5_000);
            give(job, "south", Control.TICK, 5_000);
            assertEquals(Set.of("north.plans#0", "south.plans#0"), TICKED);
        }
    }

    /** The other job ended: its last tick would be the oldest for ever. */
    @Test
    void anOpeningIsAnsweredAlsoWhereSomebodyTickedBeforeIt() throws Exception {
        try (var job = job("north", null)) {
            give(job, "south", Control.TICK, 5_000);
            TICKED.clear();
            give(job, "south", Control.OPEN, 6_000);
            assertEquals(Set.of("south.plans#0"), TICKED);
        }
    }

    @Test
    void aSiteThatIsNoLongerServedHoldsNoTimeBack() throws Exception {
        present = Set.of("north.plans#0", "south.plans#0");
        OperatorSubtaskState past;
        try (var both = job("north|south", null)) {
            give(both, "north", Control.TICK, 5_000);
            give(both, "south", Control.TICK, 5_000);
            past = both.snapshot(1, 1);
        }
        TICKED.clear();
        try (var one = job("north", past)) {
            give(one, "north", Control.TICK, 60_000);
            assertEquals(Set.of("north.plans#0"), TICKED);
            assertEquals(60_000 - SETTLE - 1, lastWatermark(one));
        }
        TICKED.clear();
        try (var both = job("north|south", past)) {
            give(both, "north", Control.TICK, 60_000);
            assertEquals(present, TICKED, "served still");
            assertEquals(5_000 - SETTLE - 1, lastWatermark(both), "and waited for");
        }
    }

    private static OneInputStreamOperatorTestHarness<RawRecord, Sequenced> job(
            String sites, @Nullable OperatorSubtaskState past) throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<RawRecord, Sequenced>(
                new ProcessOperator<>(new SequenceFunction(SETTLE, false, () -> new Seen(sites))));
        harness.setup();
        if (past != null) {
            harness.initializeState(past);
        }
        harness.open();
        return harness;
    }

    private static void give(
            OneInputStreamOperatorTestHarness<RawRecord, Sequenced> job, String site, Control control, long millis)
            throws Exception {
        job.processElement(
                new RawRecord(site, "plans", TopicKind.PLANS, null, 0, millis, millis, null, null, control), millis);
    }

    private static long lastWatermark(OneInputStreamOperatorTestHarness<RawRecord, Sequenced> job) {
        List<Sequenced> out = job.extractOutputValues();
        return out.get(out.size() - 1).watermarkMillis();
    }

    private record Seen(String sites) implements TickPort.Ticking {
        @Override
        public Set<String> present() {
            return present;
        }

        @Override
        public boolean serves(String partition) {
            return partition.substring(0, partition.indexOf('.')).matches(sites);
        }

        @Override
        public void opened(String partition) {
            TICKED.add(partition);
        }

        @Override
        public Set<String> takeGone() {
            return Set.of();
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
