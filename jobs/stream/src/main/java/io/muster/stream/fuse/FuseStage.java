package io.muster.stream.fuse;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.fuse.FuseOptions;
import io.muster.rules.fuse.FuseRule;
import io.muster.rules.fuse.FuseState;
import io.muster.rules.fuse.Position;
import io.muster.rules.identify.Fix;
import io.muster.rules.place.PlaceOptions;
import io.muster.rules.place.Placed;
import io.muster.rules.place.Placer;
import io.muster.stream.engine.Keys;
import io.muster.stream.engine.Referenced;
import io.muster.stream.engine.ReferencedRuleFunction;
import io.muster.stream.reference.PlanView;
import io.muster.stream.reference.Reference;
import io.muster.stream.reference.References;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** Fixes of a person to one position with its zones: fuse, then place, in one operator, since both want the same order. */
public final class FuseStage {

    public static DataStream<Placed> perPerson(
            DataStream<Fix> fixes, BroadcastStream<Reference> references, FuseOptions fuse, PlaceOptions place) {
        return fixes.keyBy(each -> Keys.of(each.site(), each.trackableId()))
                .connect(references)
                .process(new ReferencedRuleFunction<FuseState, Fix, FixWithPlan, Placed>(
                        new FuseAndPlace(new FuseRule(fuse), new Placer(place)),
                        new PlanLookup(),
                        "fuse",
                        FuseState.class,
                        Fix.class))
                .returns(TypeInformation.of(Placed.class))
                .uid("fuse")
                .name("fuse, place");
    }

    private static final class PlanLookup implements Referenced<Fix, FixWithPlan> {
        private static final long serialVersionUID = 1;

        @Override
        public FixWithPlan look(Fix fix, References references, Side side) {
            PlanView plan = references.planAt(fix.site(), fix.timeMillis());
            return new FixWithPlan(fix, plan == null ? null : plan.rules());
        }
    }

    private record FuseAndPlace(FuseRule fuse, Placer placer) implements Rule<FuseState, FixWithPlan, Placed> {
        @Override
        public Step<FuseState, Placed> onInput(@Nullable FuseState state, FixWithPlan in) {
            Step<FuseState, Position> fused = fuse.onInput(state, in.fix());
            List<Placed> placed = new ArrayList<>(fused.events().size());
            for (Position each : fused.events()) {
                placed.add(placer.place(each, in.plan()));
            }
            return Step.of(fused.next(), placed, fused.wakeAtMillis());
        }
    }

    private FuseStage() {}
}
