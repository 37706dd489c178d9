package io.muster.simulator.event;

import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.simulator.day.Member;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Event;
import java.util.List;

/** Somebody goes into a forbidden zone and out again. The alarm is found on the true ways. */
final class Intrusion implements Act {

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        PlanFence zone = stage.zone(event);
        if (zone.role() != Role.FORBIDDEN) {
            throw new Unplayable("zone '" + zone.foreignId() + "' is not forbidden, so to enter it is no intrusion");
        }
        int count = Math.max(1, Math.max(event.size(), event.who().size()));
        return Need.anybody(count, 0, event.forMillis());
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        visit(playing, stage.zone(playing.event()), stage, script);
    }

    /** Coming from home and going back there, the cast crosses the outline at the time of the event and again at its end, and stands well inside in between. */
    static void visit(Playing playing, PlanFence zone, Stage stage, Script script) throws Unplayable {
        List<Place> stands = stage.stands(zone, playing.cast().size());
        for (int i = 0; i < stands.size(); i++) {
            Place stand = stands.get(i);
            Member member = playing.cast().get(i);
            long inside = Leaving.toOutlineMillis(zone, stage.way(stand, stage.home(member)));
            long from = playing.atMillis() + i * Stage.SPACING_MILLIS + inside;
            script.stand(member, from, Math.max(from, playing.endMillis() - inside), stand);
        }
    }
}
