package io.muster.simulator.event;

import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.simulator.day.Member;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Event;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A walk from where people come on site, in through the middle of a gate, to a free place behind it.
 *
 * @param before how long the walk to the gate takes
 * @param after how long the walk from the gate takes
 */
record Passage(PlanFence gate, Place outside, Place middle, Place inside, long before, long after) {
    /** Between two who go through one behind the other. */
    static final long BEHIND_MILLIS = 1_500;

    private static final long STANDS_MILLIS = 60_000;
    /** No pass at another time is meant. */
    private static final long WINDOW_MILLIS = 15_000;
    /** Behind a gate is farther than a radio is wrong. */
    private static final double BEHIND_METRES = 10;

    /** Of the gate of an event, else of the first in the plan. */
    static Passage of(Event event, Playing playing, Member member, Stage stage) throws Unplayable {
        return of(gate(event, stage), stage.plant().entrance(playing.draw(stage.seed(), member.name())), stage);
    }

    /** Whom a passage of this event keeps, and for how long; a little generous, since entrances are drawn. */
    static Need need(Event event, int count, Stage stage) throws Unplayable {
        Playing any = new Playing(event, 0, event.atMillis(), 0, List.of(), List.of());
        Passage passage = of(gate(event, stage), stage.plant().entrance(any.draw(stage.seed(), "somebody")), stage);
        return Need.anybody(
                count,
                passage.before() + 2 * STANDS_MILLIS,
                Math.max(event.forMillis(), passage.after() + 2 * STANDS_MILLIS));
    }

    /** Goes through the middle at that moment. */
    void walk(Member member, long atMillis, Script script) throws Unplayable {
        script.stand(member, atMillis - before - STANDS_MILLIS, atMillis - before, outside);
        script.stand(member, atMillis, atMillis, middle);
        script.stand(member, atMillis + after, atMillis + after + STANDS_MILLIS, inside);
    }

    /** When the member sets out for the gate at the latest. */
    long setsOut(long atMillis) {
        return atMillis - before - STANDS_MILLIS;
    }

    GateTrick trick(Member member, long atMillis, GateTrick.Kind kind) {
        return new GateTrick(member.name(), gate.foreignId(), atMillis - WINDOW_MILLIS, atMillis + WINDOW_MILLIS, kind);
    }

    private static Passage of(PlanFence gate, Place outside, Stage stage) throws Unplayable {
        Place middle = Stage.middle(gate);
        PlanFence area = stage.plant().plan().fences().stream()
                .filter(fence -> fence.role() == Role.PRODUCTION && Stage.holds(fence, middle))
                .max(Comparator.comparingDouble(fence -> fence.zone().shape().areaSquareMetres()))
                .orElse(null);
        Place inside = stage.plant().spots().stream()
                .filter(spot -> area == null || Stage.holds(area, spot))
                .filter(spot ->
                        -signedDistance(area, spot) >= BEHIND_METRES && spot.distanceTo(middle) >= BEHIND_METRES)
                .min(Comparator.comparingDouble(middle::distanceTo))
                .orElseThrow(() -> new Unplayable("there is no free place behind '" + gate.foreignId() + "'"));
        return new Passage(
                gate, outside, middle, inside, stage.walkMillis(outside, middle), stage.walkMillis(middle, inside));
    }

    private static double signedDistance(@Nullable PlanFence area, Place spot) {
        return area == null ? Double.NEGATIVE_INFINITY : area.zone().shape().signedDistanceMetres(spot.x(), spot.y());
    }

    private static PlanFence gate(Event event, Stage stage) throws Unplayable {
        if (event.gate() == null) {
            return stage.plant().plan().fences().stream()
                    .filter(fence -> fence.role() == Role.GATE)
                    .findFirst()
                    .orElseThrow(() -> new Unplayable("the plan has no gate"));
        }
        PlanFence gate = stage.fence(event.gate());
        if (gate.role() != Role.GATE) {
            throw new Unplayable("'" + gate.foreignId() + "' is no gate");
        }
        return gate;
    }
}
