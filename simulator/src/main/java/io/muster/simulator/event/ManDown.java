package io.muster.simulator.event;

import io.muster.simulator.day.Member;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Event;

/** Somebody lies without the least movement; after some seconds the tag says so. */
final class ManDown implements Act {
    /** How long a tag rests before it says that it is still. */
    static final long STILL_AFTER_MILLIS = 5_000;

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        return Need.all(stage.members(event.who()), 0, event.forMillis());
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        for (int i = 0; i < playing.cast().size(); i++) {
            Member member = playing.cast().get(i);
            Place place = Lying.place(playing.event(), i, member, stage);
            script.lie(member, playing.atMillis(), playing.endMillis(), place);
            if (playing.event().forMillis() > STILL_AFTER_MILLIS) {
                TagStatus.still(script, member, playing.atMillis() + STILL_AFTER_MILLIS);
                TagStatus.normal(script, member, playing.endMillis() + AlarmLimits.PUSH_MILLIS);
            }
        }
    }
}
