package io.muster.stream.time;

import io.muster.rules.time.Sequencer;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** Emits the watermark that each record carries. It remembers nothing that a restart could lose: the next record carries it again. */
final class CarriedWatermarks implements WatermarkGenerator<Sequenced> {
    private long emitted = Sequencer.NOTHING_DECIDED;

    @Override
    public void onEvent(Sequenced event, long timestamp, WatermarkOutput output) {
        if (event.watermarkMillis() > emitted) {
            emitted = event.watermarkMillis();
            output.emitWatermark(new Watermark(emitted));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // No decision rests on processing time.
    }
}
