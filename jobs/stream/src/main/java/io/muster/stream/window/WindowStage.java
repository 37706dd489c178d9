package io.muster.stream.window;

import io.muster.rules.occupancy.ZoneCount;
import io.muster.rules.sample.Sample;
import io.muster.rules.window.WindowInput;
import io.muster.rules.window.WindowOptions;
import io.muster.rules.window.WindowRule;
import io.muster.rules.window.WindowState;
import io.muster.rules.window.ZoneWindow;
import io.muster.stream.engine.Carriage;
import io.muster.stream.engine.Keys;
import io.muster.stream.engine.RuleFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** Counts and samples to occupancy windows. */
public final class WindowStage {

    public static DataStream<ZoneWindow> perZone(
            DataStream<ZoneCount> counts, DataStream<Sample> samples, WindowOptions options, Carriage carriage) {
        TypeInformation<WindowInput> input = carriage.of(WindowInput.class);
        return counts.map(WindowInput::of)
                .returns(input)
                .uid("count-to-window")
                .name("count-to-window")
                .union(samples.flatMap((Sample sample, Collector<WindowInput> out) -> {
                            if (!sample.left()) {
                                sample.fenceIds().forEach(fence -> out.collect(WindowInput.of(fence, sample)));
                            }
                        })
                        .returns(input)
                        .uid("sample-to-window")
                        .name("sample-to-window"))
                .keyBy(each -> Keys.of(each.site(), each.fenceId()))
                .process(new RuleFunction<>(new WindowRule(options), "window", WindowState.class, WindowInput.class))
                .returns(TypeInformation.of(ZoneWindow.class))
                .uid("window")
                .name("window");
    }

    private WindowStage() {}
}
