package io.muster.simulator.event;

import io.muster.contract.plan.PlanFence;
import io.muster.simulator.day.Member;
import io.muster.simulator.scenario.Event;
import java.util.List;

/** So many leave a zone with a minimum that too few are left. The alarm is found on the true ways. */
final class UnderStaffed implements Act {

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        PlanFence zone = stage.zone(event);
        Integer minimum = zone.minimum();
        if (minimum == null) {
            throw new Unplayable("zone '" + zone.foreignId() + "' has no minimum");
        }
        List<Member> people = stage.peopleOf(event);
        // Without a number as many go as it takes when all of them are there.
        int go = event.size() > 0 ? event.size() : people.size() - minimum + 1;
        if (!event.who().isEmpty()) {
            go = people.size();
        }
        if (go < 1 || go > people.size()) {
            throw new Unplayable("only " + people.size() + " work in '" + zone.foreignId() + "' then");
        }
        return Leaving.need(people.subList(0, go), event.forMillis());
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        Leaving.play(playing, stage.zone(playing.event()), stage, script);
    }
}
