package io.muster.simulator.event;

import io.muster.simulator.day.Member;
import io.muster.simulator.scenario.Event;
import java.util.List;

/** All who hold a post leave it. The alarm is found on the true ways. */
final class OffPost implements Act {

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        stage.zone(event);
        List<Member> holders = stage.peopleOf(event);
        if (holders.isEmpty()) {
            throw new Unplayable("nobody is posted in '" + event.zone() + "' then");
        }
        return Leaving.need(holders, event.forMillis());
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        Leaving.play(playing, stage.zone(playing.event()), stage, script);
    }
}
