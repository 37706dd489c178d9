package io.muster.simulator.event;

import io.muster.contract.value.AlarmKind;
import io.muster.simulator.day.Member;
import io.muster.simulator.scenario.Event;
import java.util.List;

/** The button of a tag is pressed, wherever its owner is; with a length it is released at the end. */
final class Sos implements Act {

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        return Need.all(stage.members(event.who()), 0, event.forMillis());
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) {
        boolean released = playing.event().forMillis() > 0;
        for (Member member : playing.cast()) {
            TagStatus.pressed(script, member, playing.atMillis());
            if (released) {
                TagStatus.normal(script, member, playing.endMillis());
            }
            // Whose tag it is, is found out later: what is pressed is a tag.
            script.expect(
                    AlarmKind.SOS,
                    "provider",
                    member.name(),
                    playing.atMillis(),
                    playing.atMillis() + AlarmLimits.PUSH_MILLIS,
                    released ? playing.endMillis() : null,
                    List.of(member),
                    false);
        }
    }
}
