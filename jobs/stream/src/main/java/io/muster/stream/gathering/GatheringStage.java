package io.muster.stream.gathering;

import io.muster.rules.gathering.Evaluation;
import io.muster.rules.gathering.GatheringChange;
import io.muster.rules.gathering.GatheringOutput;
import io.muster.rules.gathering.GatheringRule;
import io.muster.rules.gathering.GatheringState;
import io.muster.rules.sample.Sample;
import io.muster.stream.engine.Keys;
import io.muster.stream.engine.Present;
import io.muster.stream.engine.Ruled;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Samples to gatherings, by their count, and when the model was evaluated. */
public record GatheringStage(DataStream<GatheringChange> changes, DataStream<Evaluation> evaluations) {

    public static GatheringStage perFloor(DataStream<Sample> samples, Ruled ruled) {
        DataStream<GatheringOutput> out = ruled.process(
                samples.keyBy(each -> Keys.of(each.site(), Double.toString(each.gatheringFloor()))),
                (config, planVersion) -> new GatheringRule(config.gathering()),
                "gathering",
                GatheringState.class,
                Sample.class,
                GatheringOutput.class);
        return new GatheringStage(
                Present.only(out, GatheringOutput::change, GatheringChange.class, "gathering-changes"),
                Present.only(out, GatheringOutput::evaluation, Evaluation.class, "gathering-evaluations"));
    }
}
