package io.muster.simulator.day;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.List;

/** Office days: now and then somebody has something to do in another room. */
final class Rooms {
    /** Only so many of a crew go between rooms, so that few walk at once in a run of any size. */
    private static final int LAST_WALKER = 60;

    private final Staff staff;

    Rooms(Staff staff) {
        this.staff = staff;
    }

    void add(Member member, long cycle, Itinerary itinerary) {
        List<String> others = new ArrayList<>(staff.homes().rooms());
        others.remove(member.crew().base());
        if (others.isEmpty() || member.number() > LAST_WALKER) {
            return;
        }
        Draw draw = staff.draw("rooms", member, cycle);
        long now = draw.between(5L, 80L) * Staff.MINUTE;
        while (now < staff.durationMillis()) {
            Place seat = staff.plant().seat(others.get(draw.below(others.size())), draw);
            long until = now + draw.between(15L, 30L) * Staff.MINUTE;
            itinerary.addWhole(Stay.at(seat, now, until));
            now = until + draw.between(50L, 90L) * Staff.MINUTE;
        }
    }
}
