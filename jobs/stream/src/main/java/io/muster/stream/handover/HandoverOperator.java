package io.muster.stream.handover;

import io.muster.contract.codec.Times;
import io.muster.contract.topic.Headers;
import io.muster.stream.output.OutputRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/** Runs {@link Standing} before the sink of alarms. An operator of its own, since it acts on time alone when nothing is told. */
final class HandoverOperator extends AbstractStreamOperator<OutputRecord>
        implements OneInputStreamOperator<OutputRecord, OutputRecord> {
    private static final long serialVersionUID = 1;

    private final EarlierAlarms earlier;

    private transient @Nullable ListState<OutputRecord> kept;
    private transient @Nullable ListState<Withdrawn> keptWithdrawn;
    private transient @Nullable Standing standing;
    private transient boolean tellAgain;
    private transient long watermarkMillis;

    HandoverOperator(EarlierAlarms earlier) {
        this.earlier = earlier;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        kept = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("handover.open", TypeInformation.of(OutputRecord.class)));
        watermarkMillis = Long.MIN_VALUE;
        List<OutputRecord> restored = new ArrayList<>();
        kept.get().forEach(restored::add);
        keptWithdrawn = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("handover.withdrawn", TypeInformation.of(Withdrawn.class)));
        List<Withdrawn> withdrawn = new ArrayList<>();
        keptWithdrawn.get().forEach(withdrawn::add);
        standing = new Standing(earlier.read(), restored, withdrawn);
        tellAgain = context.isRestored();
    }

    @Override
    public void processElement(StreamRecord<OutputRecord> element) {
        tellAgain();
        out(standing().tell(element.getValue()));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        tellAgain();
        watermarkMillis = mark.getTimestamp();
        // The end of an input decides nothing.
        if (watermarkMillis != Long.MAX_VALUE) {
            standing().timeHasCome(watermarkMillis).forEach(this::out);
        }
        super.processWatermark(mark);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        if (kept == null || keptWithdrawn == null) {
            throw new IllegalStateException("snapshot before state");
        }
        kept.update(standing().open());
        keptWithdrawn.update(standing().withdrawn());
    }

    /** The first thing that a restored job tells, before any news: it comes with the first tick. */
    private void tellAgain() {
        if (tellAgain) {
            tellAgain = false;
            standing().again().forEach(this::out);
        }
    }

    private void out(OutputRecord record) {
        Map<String, String> headers = new HashMap<>(record.headers());
        if (watermarkMillis != Long.MIN_VALUE) {
            headers.put(Headers.WATERMARK, Times.write(Instant.ofEpochMilli(watermarkMillis)));
        }
        output.collect(new StreamRecord<>(new OutputRecord(
                record.site(),
                record.topic(),
                record.key(),
                record.rawKey(),
                record.value(),
                Map.copyOf(headers),
                record.timeMillis(),
                record.seq())));
    }

    private Standing standing() {
        if (standing == null) {
            throw new IllegalStateException("not opened");
        }
        return standing;
    }
}
