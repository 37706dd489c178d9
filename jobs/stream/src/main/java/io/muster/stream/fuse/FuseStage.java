package io.muster.stream.fuse;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.fence.FenceInput;
import io.muster.rules.fence.NoticeAt;
import io.muster.rules.fuse.FuseOptions;
import io.muster.rules.fuse.FuseRule;
import io.muster.rules.fuse.FuseState;
import io.muster.rules.fuse.Position;
import io.muster.rules.identify.Fix;
import io.muster.rules.person.PersonNotice;
import io.muster.rules.place.PlaceOptions;
import io.muster.rules.place.Placed;
import io.muster.rules.place.Placer;
import io.muster.rules.plan.SitePlan;
import io.muster.stream.engine.Carriage;
import io.muster.stream.engine.Keys;
import io.muster.stream.engine.Present;
import io.muster.stream.engine.Referenced;
import io.muster.stream.engine.ReferencedRuleFunction;
import io.muster.stream.reference.People;
import io.muster.stream.reference.PlanView;
import io.muster.stream.reference.Reference;
import io.muster.stream.reference.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * Fixes of a person to one position with its zones: fuse, then place, in one operator, since both want the same order. What gates, control rooms and
 * sensors say of the person comes in here too, and goes on in the same order: so whoever reads positions and notices together need not wait for
 * time once more.
 */
public final class FuseStage {

    public static DataStream<FenceInput> perPerson(
            DataStream<Fix> fixes,
            DataStream<PersonNotice> notices,
            BroadcastStream<Reference> references,
            FuseOptions fuse,
            PlaceOptions place,
            Carriage carriage) {
        TypeInformation<PersonHeard> heard = carriage.of(PersonHeard.class);
        Placer placer = new Placer(place);
        return fixes.map(PersonHeard::of)
                .returns(heard)
                .uid("fix-of-person")
                .name("fix-of-person")
                .union(notices.map(PersonHeard::of)
                        .returns(heard)
                        .uid("notice-of-person")
                        .name("notice-of-person"))
                .keyBy(each -> Keys.of(each.site(), each.trackableId()))
                .connect(references)
                .process(new ReferencedRuleFunction<FuseState, PersonHeard, HeardWithPlan, FenceInput>(
                        new FuseAndPlace(new FuseRule(fuse), placer),
                        new PlanLookup(placer),
                        "fuse",
                        FuseState.class,
                        PersonHeard.class))
                .returns(TypeInformation.of(FenceInput.class))
                .uid("fuse")
                .name("fuse, place");
    }

    /** The positions alone. */
    public static DataStream<Placed> placed(DataStream<FenceInput> heard) {
        return Present.only(heard, FenceInput::placed, Placed.class, "positions");
    }

    private record PlanLookup(Placer placer) implements Referenced<PersonHeard, HeardWithPlan> {
        private static final long serialVersionUID = 1;

        @Override
        public HeardWithPlan look(PersonHeard in, References references, Side side) {
            PlanView view = references.planAt(in.site(), in.timeMillis());
            SitePlan plan = view == null ? null : view.rules();
            PersonNotice notice = in.notice();
            if (notice == null) {
                return new HeardWithPlan(in.fix(), plan, null);
            }
            String gate = notice.fenceId();
            return new HeardWithPlan(
                    null,
                    plan,
                    new NoticeAt(
                            notice,
                            People.who(references.personAt(notice.site(), notice.trackableId(), notice.timeMillis())),
                            plan == null ? "" : plan.version(),
                            gate == null ? null : placer.gate(gate, plan, notice.timeMillis())));
        }
    }

    private record FuseAndPlace(FuseRule fuse, Placer placer) implements Rule<FuseState, HeardWithPlan, FenceInput> {
        @Override
        public Step<FuseState, FenceInput> onInput(@Nullable FuseState state, HeardWithPlan in) {
            NoticeAt notice = in.notice();
            if (notice != null) {
                return Step.of(state, List.of(FenceInput.of(notice)));
            }
            Step<FuseState, Position> fused = fuse.onInput(state, Objects.requireNonNull(in.fix()));
            List<FenceInput> placed = new ArrayList<>(fused.events().size());
            for (Position each : fused.events()) {
                placed.add(FenceInput.of(placer.place(each, state == null ? null : state.credible(), in.plan())));
            }
            return Step.of(fused.next(), placed, fused.wakeAtMillis());
        }
    }

    private FuseStage() {}
}
