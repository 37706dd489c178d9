package io.muster.simulator.event;

import io.muster.contract.plan.PlanFence;
import io.muster.simulator.scenario.Event;

/** Somebody who holds another post goes into a zone and out again. The alarm is found on the true ways. */
final class WrongPost implements Act {

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        PlanFence zone = stage.zone(event);
        for (var member : stage.members(event.who())) {
            String post = member.crew().post();
            if (post == null
                    || zone.conduct().allowedPosts().isEmpty()
                    || zone.conduct().allowedPosts().contains(post)) {
                throw new Unplayable(member.name() + " is not at a wrong post in '" + zone.foreignId() + "'");
            }
        }
        return Need.all(stage.members(event.who()), 0, event.forMillis());
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        Intrusion.visit(playing, stage.zone(playing.event()), stage, script);
    }
}
