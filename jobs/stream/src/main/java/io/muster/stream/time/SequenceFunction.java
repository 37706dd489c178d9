package io.muster.stream.time;

import io.muster.rules.time.PartitionTime;
import io.muster.rules.time.Sequencer;
import io.muster.stream.input.RawRecord;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Runs the {@link Sequencer} behind the source, in one place: it alone knows every partition, so no subtask can run ahead of a partition
 * that another one reads. What it knows is in the checkpoint, unlike what a watermark generator knows.
 */
public final class SequenceFunction extends ProcessFunction<RawRecord, Sequenced> implements CheckpointedFunction {
    private static final long serialVersionUID = 1;

    private final long settleMillis;
    private final boolean fromFile;
    private final TickPort ticks;

    private transient @Nullable Sequencer<RawRecord> sequencer;
    private transient TickPort.@Nullable Ticking ticking;
    private transient @Nullable ListState<PartitionTime> partitions;
    private transient @Nullable ListState<HeldRecord> held;
    private transient @Nullable ListState<Long> watermark;
    private transient boolean restored;

    /** @param fromFile true where the input is a file: sorted by arrival, without live ticks */
    public SequenceFunction(long settleMillis, boolean fromFile, TickPort ticks) {
        this.settleMillis = settleMillis;
        this.fromFile = fromFile;
        this.ticks = ticks;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        sequencer = new Sequencer<>(settleMillis, fromFile);
        partitions = context.getOperatorStateStore()
                .getListState(
                        new ListStateDescriptor<>("sequence.partitions", TypeInformation.of(PartitionTime.class)));
        held = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("sequence.held", TypeInformation.of(HeldRecord.class)));
        watermark = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("sequence.watermark", Types.LONG));
        restored = context.isRestored();
        if (restored) {
            long reached = Sequencer.NOTHING_DECIDED;
            for (Long each : watermark.get()) {
                reached = Math.max(reached, each);
            }
            sequencer.restore(partitions.get(), reached);
            for (HeldRecord each : held.get()) {
                sequencer.restoreHeld(each.partition(), each.record());
            }
        }
    }

    @Override
    public void open(OpenContext context) {
        TickPort.Ticking started = ticks.open();
        ticking = started;
        Sequencer<RawRecord> time = sequencer();
        if (restored) {
            for (PartitionTime each : List.copyOf(time.partitions())) {
                if (!started.serves(each.partition())) {
                    // Of a site that this job is no longer asked for: nobody of ours ticks it, and time would wait for
                    // it.
                    time.gone(each.partition(), (record, arrival) -> {});
                } else if (each.opened()) {
                    started.opened(each.partition());
                }
            }
        } else {
            for (String each : started.present()) {
                time.expect(each);
                started.opened(each);
            }
        }
    }

    @Override
    public void processElement(RawRecord record, Context context, Collector<Sequenced> out) {
        Sequencer<RawRecord> time = sequencer();
        String partition = record.partitionId();
        long timestamp = record.timestampMillis();
        switch (record.control()) {
            case RECORD -> time.record(partition, timestamp, record, (each, arrival) -> hand(each, arrival, out));
            case OPEN -> {
                time.opening(partition, timestamp);
                goOnTicking(partition);
            }
            case TICK -> {
                time.tick(partition, timestamp, (each, arrival) -> hand(each, arrival, out));
                goOnTicking(partition);
                forgetTheGone(out);
                hand(record, timestamp, out);
            }
            case TICK_ALL -> {
                time.tickAll(timestamp);
                hand(record, timestamp, out);
            }
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        Sequencer<RawRecord> time = sequencer();
        if (partitions == null || held == null || watermark == null) {
            throw new IllegalStateException("snapshot before state");
        }
        partitions.update(time.partitions().stream().toList());
        held.clear();
        ListState<HeldRecord> waiting = held;
        time.eachHeld((partition, record) -> {
            try {
                waiting.add(new HeldRecord(partition, record));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        watermark.update(List.of(time.watermarkMillis()));
    }

    @Override
    public void close() {
        if (ticking != null) {
            ticking.close();
        }
    }

    /**
     * Whoever wrote this record (another job, an earlier one) may stop: from here on time waits for this partition, so we tick it ourselves.
     */
    private void goOnTicking(String partition) {
        if (ticking != null) {
            ticking.opened(partition);
        }
    }

    private void forgetTheGone(Collector<Sequenced> out) {
        if (ticking != null) {
            for (String each : ticking.takeGone()) {
                sequencer().gone(each, (record, arrival) -> hand(record, arrival, out));
            }
        }
    }

    private void hand(RawRecord record, long arrivalMillis, Collector<Sequenced> out) {
        out.collect(new Sequenced(record, arrivalMillis, sequencer().watermarkMillis()));
    }

    private Sequencer<RawRecord> sequencer() {
        if (sequencer == null) {
            throw new IllegalStateException("not opened");
        }
        return sequencer;
    }
}
