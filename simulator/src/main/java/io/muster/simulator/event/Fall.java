package io.muster.simulator.event;

import io.muster.contract.value.AlarmKind;
import io.muster.simulator.day.Member;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Event;

/** Somebody stands, falls and lies; the tag tells the fall at once. After the given time they get up. */
final class Fall implements Act {
    private static final long STANDS_BEFORE_MILLIS = 30_000;
    /** Even at one place a stay after another needs a moment. */
    private static final long FALLS_MILLIS = 100;

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        return Need.all(stage.members(event.who()), STANDS_BEFORE_MILLIS, event.forMillis());
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        for (int i = 0; i < playing.cast().size(); i++) {
            Member member = playing.cast().get(i);
            Place place = Lying.place(playing.event(), i, member, stage);
            long at = playing.atMillis();
            script.stand(member, at - STANDS_BEFORE_MILLIS, at - FALLS_MILLIS, place);
            script.lie(member, at, playing.endMillis(), place);
            TagStatus.fallen(script, member, at);
            TagStatus.normal(script, member, playing.endMillis() + AlarmLimits.PUSH_MILLIS);
            script.expect(AlarmKind.FALL, member, at, at + AlarmLimits.PUSH_MILLIS, playing.endMillis());
        }
    }
}
