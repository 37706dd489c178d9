package io.muster.stream.watch;

import io.muster.rules.alarm.Finding;
import io.muster.rules.fence.PresenceChange;
import io.muster.rules.occupancy.ZoneInput;
import io.muster.rules.plan.ZoneDefinition;
import io.muster.rules.watch.PersonWatchRule;
import io.muster.rules.watch.PersonWatchState;
import io.muster.rules.watch.WatchOutput;
import io.muster.rules.watch.WatchRule;
import io.muster.rules.watch.WatchState;
import io.muster.rules.watch.ZoneVerdict;
import io.muster.stream.engine.Carriage;
import io.muster.stream.engine.Keys;
import io.muster.stream.engine.Present;
import io.muster.stream.engine.RuleFunction;
import io.muster.stream.engine.Ruled;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Changes of presence and of plans to findings about people in zones and about the staff of zones. */
public final class WatchStage {

    public static DataStream<Finding> findings(
            DataStream<PresenceChange> presence, DataStream<ZoneDefinition> zones, Ruled ruled, Carriage carriage) {
        TypeInformation<ZoneInput> input = carriage.of(ZoneInput.class);
        DataStream<ZoneInput> inputs = presence.map(ZoneInput::of)
                .returns(input)
                .uid("presence-to-watch")
                .name("presence-to-watch")
                .union(zones.map(ZoneInput::of)
                        .returns(input)
                        .uid("definition-to-watch")
                        .name("definition-to-watch"));
        DataStream<WatchOutput> out = ruled.process(
                inputs.keyBy(each -> Keys.of(each.site(), each.fenceId())),
                (config, planVersion) -> new WatchRule(config.watch()),
                "watch",
                WatchState.class,
                ZoneInput.class,
                WatchOutput.class);
        DataStream<Finding> aboutZones = Present.only(out, WatchOutput::finding, Finding.class, "staff-findings");
        return aboutZones.union(perPerson(Present.only(out, WatchOutput::verdict, ZoneVerdict.class, "zone-verdicts")));
    }

    private static DataStream<Finding> perPerson(DataStream<ZoneVerdict> verdicts) {
        return verdicts.keyBy(each -> Keys.of(each.site(), each.trackableId()))
                .process(new RuleFunction<>(
                        new PersonWatchRule(), "watch-person", PersonWatchState.class, ZoneVerdict.class))
                .returns(TypeInformation.of(Finding.class))
                .uid("watch-person")
                .name("watch-person");
    }

    private WatchStage() {}
}
