package io.muster.simulator.day;

import io.muster.geometry.ZoneShape;
import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Crew;

/** What a whole crew does together: the tool-box talk, and the work of a permit under the eyes of a guardian. */
final class Works {
    private static final double RING_METRES = 2.5;
    private static final double RING_SHARE = 0.8;
    private static final double GOLDEN_ANGLE = 2.399963229728653;
    private static final long SPREAD_MILLIS = 40_000;
    /** The guardian comes so long before the work begins and stays so long after it. */
    private static final long GUARDIAN_AROUND_MILLIS = 2 * Staff.MINUTE;

    /** Inside the outline: the zone is the footprint, and a guardian outside of it has left. */
    private static final double GUARDIAN_DEPTH_METRES = 3;

    private final Staff staff;
    private final WorkPlaces places;

    Works(Staff staff, WorkPlaces places) {
        this.staff = staff;
        this.places = places;
    }

    void addTalk(Member member, long cycle, Itinerary itinerary) {
        Crew.Meeting talk = member.crew().talk();
        if (talk == null) {
            return;
        }
        Draw draw = staff.draw("talk", member, cycle);
        long from = talk.atMillis() - draw.between(0, SPREAD_MILLIS);
        long until = talk.atMillis() + talk.forMillis() + draw.between(0, SPREAD_MILLIS / 2);
        itinerary.addPieces(
                Stay.at(inRing(member, talk.zone()), from, until), Math.min(Staff.MINUTE, talk.forMillis()));
    }

    void addPermit(Member member, long cycle, Itinerary itinerary) {
        Crew.Permit permit = member.crew().permit();
        if (permit == null) {
            return;
        }
        Draw draw = staff.draw("permit", member, cycle);
        Stay stay = isGuardian(member)
                ? Stay.at(
                        staff.plant().beside(permit.zone(), -GUARDIAN_DEPTH_METRES),
                        permit.fromMillis() - GUARDIAN_AROUND_MILLIS,
                        permit.untilMillis() + GUARDIAN_AROUND_MILLIS)
                : Stay.at(
                        places.stand(member.crew(), permit.zone(), member.number() - 1),
                        permit.fromMillis() + draw.between(0, SPREAD_MILLIS),
                        permit.untilMillis() - draw.between(SPREAD_MILLIS, 2 * SPREAD_MILLIS));
        itinerary.addPieces(stay, Staff.MINUTE);
    }

    /** The last member of a crew with a permit. */
    boolean isGuardian(Member member) {
        return member.crew().permit() != null && member.number() == staff.count(member.crew());
    }

    private Place inRing(Member member, String fence) {
        Place middle = places.middle(member.crew(), fence);
        ZoneShape shape = staff.plant().fence(fence).orElseThrow().zone().shape();
        double depth = Math.max(0, -shape.signedDistanceMetres(middle.x(), middle.y()));
        double radius = Math.min(RING_METRES, depth * RING_SHARE);
        Integer size = member.crew().size();
        double angle = (member.number() - 1) * (size == null ? GOLDEN_ANGLE : 2 * Math.PI / size);
        return new Place(
                middle.x() + radius * StrictMath.cos(angle),
                middle.y() + radius * StrictMath.sin(angle),
                middle.floor());
    }
}
