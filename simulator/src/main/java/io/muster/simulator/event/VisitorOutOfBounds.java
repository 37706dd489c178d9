package io.muster.simulator.event;

import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.simulator.day.Member;
import io.muster.simulator.scenario.Event;
import java.util.List;

/** A visitor goes alone where visitors may not. The alarms are found on the true ways: one about visitors, and where nobody may be, one about the boundary. */
final class VisitorOutOfBounds implements Act {
    /** AQ 3064 has 03 for people from outside. */
    private static final String VISITOR = "03";

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        PlanFence zone = stage.zone(event);
        boolean admits = zone.role() != Role.FORBIDDEN
                && (zone.conduct().allowedPersonTypes().isEmpty()
                        || zone.conduct().allowedPersonTypes().contains(VISITOR));
        if (admits) {
            throw new Unplayable("zone '" + zone.foreignId() + "' admits visitors");
        }
        List<Member> visitors = stage.members(event.who());
        for (Member member : visitors) {
            if (!member.crew().personType().equals(VISITOR)) {
                throw new Unplayable(member.name() + " is no visitor");
            }
        }
        return Need.all(visitors, 0, event.forMillis());
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        Intrusion.visit(playing, stage.zone(playing.event()), stage, script);
    }
}
