package io.muster.stream.sample;

import io.muster.rules.place.Placed;
import io.muster.rules.sample.Sample;
import io.muster.rules.sample.SampleOptions;
import io.muster.rules.sample.SampleRule;
import io.muster.rules.sample.SampleState;
import io.muster.stream.engine.Carriage;
import io.muster.stream.engine.InOrderRuleFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/** Placed positions to samples, at most one per person and interval. */
public final class SampleStage {

    public static DataStream<Sample> perPerson(
            KeyedStream<Placed, String> placed, SampleOptions options, Carriage carriage) {
        return placed.process(new InOrderRuleFunction<>(new SampleRule(options), "sample", SampleState.class))
                .returns(carriage.of(Sample.class))
                .uid("sample")
                .name("sample");
    }

    private SampleStage() {}
}
