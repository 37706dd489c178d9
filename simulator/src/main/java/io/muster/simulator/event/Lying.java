package io.muster.simulator.event;

import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.contract.value.AlarmKind;
import io.muster.simulator.day.Member;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where somebody lies, and the alarm that lying there too long makes. */
final class Lying {
    private Lying() {}

    /** At the place of the event, in its zone, or else at home. */
    static Place place(Event event, int number, Member member, Stage stage) throws Unplayable {
        Place place = event.place();
        if (place != null) {
            return place;
        }
        return event.zone() == null
                ? stage.home(member)
                : stage.stands(stage.zone(event), number + 1).get(number);
    }

    /** Motionless in a danger zone is an alarm (AQ 3064.3 5.2.4 b); elsewhere it may be one. Nothing is due if it ends before. */
    static void expect(Script script, Member member, Place place, long fromMillis, long untilMillis, Stage stage) {
        PlanFence danger = danger(place, stage);
        Long ofFence = danger == null ? null : danger.motionlessMillis();
        long limit = ofFence == null ? AlarmLimits.MOTIONLESS_MILLIS : ofFence;
        if (untilMillis - fromMillis > limit) {
            script.expect(
                    AlarmKind.MOTIONLESS,
                    "trackable",
                    member.name(),
                    fromMillis,
                    fromMillis + limit + AlarmLimits.PUSH_MILLIS,
                    untilMillis,
                    List.of(member),
                    danger == null);
        }
    }

    /** The danger zone around a place that allows the shortest time. */
    private static @Nullable PlanFence danger(Place place, Stage stage) {
        PlanFence found = null;
        for (PlanFence fence : stage.plant().plan().fences()) {
            boolean dangerous = fence.motionlessMillis() != null
                    || !fence.hazards().isEmpty()
                    || fence.role() == Role.HAZARD
                    || fence.role() == Role.FORBIDDEN;
            if (dangerous && Stage.holds(fence, place) && (found == null || limit(fence) < limit(found))) {
                found = fence;
            }
        }
        return found;
    }

    private static long limit(PlanFence fence) {
        Long limit = fence.motionlessMillis();
        return limit == null ? AlarmLimits.MOTIONLESS_MILLIS : limit;
    }
}
