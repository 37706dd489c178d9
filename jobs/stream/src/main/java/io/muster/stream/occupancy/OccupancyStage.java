package io.muster.stream.occupancy;

import io.muster.rules.alarm.Finding;
import io.muster.rules.fence.PresenceChange;
import io.muster.rules.occupancy.OccupancyOptions;
import io.muster.rules.occupancy.OccupancyOutput;
import io.muster.rules.occupancy.OccupancyRule;
import io.muster.rules.occupancy.OccupancyState;
import io.muster.rules.occupancy.ZoneCount;
import io.muster.rules.occupancy.ZoneInput;
import io.muster.rules.plan.ZoneDefinition;
import io.muster.stream.engine.Carriage;
import io.muster.stream.engine.Keys;
import io.muster.stream.engine.Present;
import io.muster.stream.engine.RuleFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Changes of presence and of limits to counts and over-capacity findings. */
public record OccupancyStage(DataStream<ZoneCount> counts, DataStream<Finding> findings) {

    public static OccupancyStage perZone(
            DataStream<PresenceChange> presence,
            DataStream<ZoneDefinition> zones,
            OccupancyOptions options,
            Carriage carriage) {
        TypeInformation<ZoneInput> input = carriage.of(ZoneInput.class);
        DataStream<OccupancyOutput> out = presence.map(ZoneInput::of)
                .returns(input)
                .uid("presence-to-zone")
                .name("presence-to-zone")
                .union(zones.map(ZoneInput::of)
                        .returns(input)
                        .uid("definition-to-zone")
                        .name("definition-to-zone"))
                .keyBy(each -> Keys.of(each.site(), each.fenceId()))
                .process(new RuleFunction<>(
                        new OccupancyRule(options), "occupancy", OccupancyState.class, ZoneInput.class))
                .returns(TypeInformation.of(OccupancyOutput.class))
                .uid("occupancy")
                .name("occupancy");
        return new OccupancyStage(
                Present.only(out, OccupancyOutput::count, ZoneCount.class, "zone-counts"),
                Present.only(out, OccupancyOutput::finding, Finding.class, "zone-findings"));
    }
}
