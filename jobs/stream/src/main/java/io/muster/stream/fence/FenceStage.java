package io.muster.stream.fence;

import io.muster.rules.fence.FenceRule;
import io.muster.rules.fence.FenceState;
import io.muster.rules.fence.PresenceChange;
import io.muster.rules.place.Placed;
import io.muster.stream.engine.InOrderRuleFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/** Every placed position to changes of presence. */
public final class FenceStage {

    public static DataStream<PresenceChange> perPerson(KeyedStream<Placed, String> placed) {
        return placed.process(new InOrderRuleFunction<>(new FenceRule(), "fence", FenceState.class))
                .returns(TypeInformation.of(PresenceChange.class))
                .uid("fence")
                .name("fence");
    }

    private FenceStage() {}
}
