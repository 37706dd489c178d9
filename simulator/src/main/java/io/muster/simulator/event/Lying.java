package io.muster.simulator.event;

import io.muster.simulator.day.Member;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Event;

/** Where somebody lies. The alarm about it is found on the true ways. */
final class Lying {
    private Lying() {}

    /** At the place of the event, in its zone, or else at home. */
    static Place place(Event event, int number, Member member, Stage stage) throws Unplayable {
        Place place = event.place();
        if (place != null) {
            return place;
        }
        return event.zone() == null
                ? stage.home(member)
                : stage.stands(stage.zone(event), number + 1).get(number);
    }
}
