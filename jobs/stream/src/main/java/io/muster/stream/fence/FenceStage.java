package io.muster.stream.fence;

import io.muster.rules.fence.FenceInput;
import io.muster.rules.fence.FenceOptions;
import io.muster.rules.fence.FenceOutput;
import io.muster.rules.fence.FenceRule;
import io.muster.rules.fence.FenceState;
import io.muster.rules.fence.PresenceChange;
import io.muster.rules.fence.Refusal;
import io.muster.stream.engine.InOrderRuleFunction;
import io.muster.stream.engine.Present;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/** Every placed position, and what gates, control rooms and sensors say, to changes of presence; and the releases that were refused. */
public record FenceStage(DataStream<PresenceChange> presence, DataStream<Refusal> refusals) {

    /** @param heard of each person in order: see {@link io.muster.stream.fuse.FuseStage} */
    public static FenceStage perPerson(KeyedStream<FenceInput, String> heard, FenceOptions options) {
        DataStream<FenceOutput> out = heard.process(
                        new InOrderRuleFunction<>(new FenceRule(options), "fence", FenceState.class))
                .returns(TypeInformation.of(FenceOutput.class))
                .uid("fence")
                .name("fence");
        return new FenceStage(
                Present.only(out, FenceOutput::change, PresenceChange.class, "presence-changes"),
                Present.only(out, FenceOutput::refusal, Refusal.class, "fence-refusals"));
    }
}
