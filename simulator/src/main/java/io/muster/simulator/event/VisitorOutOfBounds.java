package io.muster.simulator.event;

import io.muster.contract.plan.PlanFence;
import io.muster.contract.value.AlarmKind;
import io.muster.simulator.day.Member;
import io.muster.simulator.scenario.Event;
import java.util.List;

/** A visitor goes alone where visitors may not. Whether it is forbidden to everybody is found on the true ways. */
final class VisitorOutOfBounds implements Act {
    /** AQ 3064 has 03 for people from outside. */
    private static final String VISITOR = "03";

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        stage.zone(event);
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
        PlanFence zone = stage.zone(playing.event());
        Intrusion.visit(playing, zone, stage, script);
        for (int i = 0; i < playing.cast().size(); i++) {
            long at = playing.atMillis() + i * Stage.SPACING_MILLIS;
            script.expect(
                    AlarmKind.VISITOR_EXPIRED,
                    playing.cast().get(i),
                    at,
                    at + AlarmLimits.PUSH_MILLIS,
                    playing.endMillis());
        }
    }
}
