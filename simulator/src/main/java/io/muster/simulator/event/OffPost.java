package io.muster.simulator.event;

import io.muster.contract.plan.PlanFence;
import io.muster.contract.value.AlarmKind;
import io.muster.simulator.day.Member;
import io.muster.simulator.scenario.Event;
import java.util.List;

/** All who hold a post leave it. */
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
        PlanFence post = stage.zone(playing.event());
        Leaving.play(playing, post, stage, script);
        if (playing.event().forMillis() > AlarmLimits.OFF_POST_MILLIS) {
            script.expect(
                    AlarmKind.OFF_POST,
                    "fence",
                    post.foreignId(),
                    playing.atMillis(),
                    playing.atMillis() + AlarmLimits.OFF_POST_MILLIS + AlarmLimits.PUSH_MILLIS,
                    playing.endMillis(),
                    playing.cast(),
                    false);
        }
    }
}
