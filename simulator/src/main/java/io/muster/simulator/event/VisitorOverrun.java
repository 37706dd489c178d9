package io.muster.simulator.event;

import io.muster.contract.value.AlarmKind;
import io.muster.simulator.day.Member;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Event;
import java.util.List;

/**
 * A visitor's tag is valid until the time of the event, and the visitor stays: in a zone, or at home. The people file says until when, since it is written
 * before anybody comes; so in every later cycle the visitor is late from the beginning on.
 */
final class VisitorOverrun implements Act {
    private static final long THERE_BEFORE_MILLIS = 60_000;

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        if (event.zone() != null) {
            stage.zone(event);
        }
        return Need.all(stage.members(event.who()), THERE_BEFORE_MILLIS, event.forMillis());
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        for (int i = 0; i < playing.cast().size(); i++) {
            Member member = playing.cast().get(i);
            long at = playing.atMillis();
            Place place = playing.event().zone() == null
                    ? stage.home(member)
                    : stage.stands(stage.zone(playing.event()), i + 1).get(i);
            script.stand(member, at - THERE_BEFORE_MILLIS, playing.endMillis(), place);
            boolean isFirst = playing.cycle() == 0 && playing.number() == 0;
            if (isFirst) {
                script.expect(AlarmKind.VISITOR_EXPIRED, member, at, at + AlarmLimits.PUSH_MILLIS, playing.endMillis());
            }
            // Wherever else the visitor goes then: out of one zone and into the next.
            script.expect(
                    AlarmKind.VISITOR_EXPIRED,
                    "trackable",
                    member.name(),
                    isFirst ? at : 0,
                    at + AlarmLimits.PUSH_MILLIS,
                    null,
                    List.of(member),
                    true);
        }
    }
}
