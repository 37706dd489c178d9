package io.muster.simulator.event;

import io.muster.contract.plan.PlanFence;
import io.muster.simulator.day.Member;
import io.muster.simulator.movement.Place;
import java.util.Comparator;
import java.util.List;

/** Those who should be in a zone go out of it and come back: they cross its outline at the time of the event and at its end. */
final class Leaving {
    private static final long THERE_BEFORE_MILLIS = 60_000;
    private static final double SAMPLE_METRES = 0.5;
    /** Nearer spots may be seen as inside by a radio that is a few metres wrong. */
    private static final double AWAY_METRES = 15;

    /** Guardians stand so far inside of the outline. */
    private static final double GUARDIAN_DEPTH_METRES = 3;

    private Leaving() {}

    /** How long before and after its time somebody is in it. */
    static Need need(List<Member> members, long forMillis) {
        long early = THERE_BEFORE_MILLIS * 2 + members.size() * Stage.SPACING_MILLIS;
        return Need.all(members, early, forMillis + early);
    }

    static void play(Playing playing, PlanFence zone, Stage stage, Script script) throws Unplayable {
        List<Member> cast = playing.cast();
        Place edge = edge(zone, stage);
        Place first = stage.home(cast.get(0));
        List<Place> away = away(zone, Stage.holds(zone, first) ? first : edge, cast.size(), stage);
        for (int i = 0; i < cast.size(); i++) {
            Member member = cast.get(i);
            Place home = stage.home(member);
            Place inside = Stage.holds(zone, home) ? home : i == 0 ? edge : inside(zone, i, away.get(i), stage);
            long toOutline = toOutlineMillis(zone, stage.way(inside, away.get(i)));
            long walk = stage.walkMillis(inside, away.get(i));
            // The last one to go makes it true.
            long leaves = playing.atMillis() - (cast.size() - 1 - i) * Stage.SPACING_MILLIS - toOutline;
            long back = playing.endMillis() + toOutline;
            if (back - walk <= leaves + walk) {
                throw new Unplayable("it is too short to go out and come back");
            }
            script.stand(member, leaves - THERE_BEFORE_MILLIS, leaves, inside);
            script.stand(member, leaves + walk, back - walk, away.get(i));
            script.stand(member, back, back + THERE_BEFORE_MILLIS, inside);
        }
    }

    /** Where guardians stand; the nearest stand where the zone is too small for it. */
    private static Place edge(PlanFence zone, Stage stage) throws Unplayable {
        Place edge = stage.plant().beside(zone.foreignId(), -GUARDIAN_DEPTH_METRES);
        return Stage.holds(zone, edge) ? edge : stage.stands(zone, 1).get(0);
    }

    /** Well inside, at the side from which it is not far to go. */
    private static Place inside(PlanFence zone, int number, Place away, Stage stage) throws Unplayable {
        List<Place> stands = stage.stands(zone, Stage.MOST_STANDS).stream()
                .sorted(Comparator.comparingDouble(away::distanceTo))
                .toList();
        return stands.get(number % stands.size());
    }

    /** How long somebody walks on this way until they are out of the zone. */
    static long toOutlineMillis(PlanFence zone, List<Place> way) {
        double metres = 0;
        for (int i = 1; i < way.size(); i++) {
            double leg = way.get(i - 1).distanceTo(way.get(i));
            for (double along = 0; along < leg; along += SAMPLE_METRES) {
                if (!Stage.holds(zone, way.get(i - 1).towards(way.get(i), along))) {
                    return Math.round((metres + along) / Stage.WALK_METRES_PER_SECOND * 1000);
                }
            }
            metres += leg;
        }
        return Math.round(metres / Stage.WALK_METRES_PER_SECOND * 1000);
    }

    /** Free places outside of the zone, one for each, the nearest first. */
    private static List<Place> away(PlanFence zone, Place from, int count, Stage stage) throws Unplayable {
        List<Place> places = stage.plant().spots().stream()
                .filter(spot -> outside(zone, spot) >= AWAY_METRES)
                .sorted(Comparator.comparingDouble(from::distanceTo))
                .limit(count)
                .toList();
        if (places.size() < count) {
            throw new Unplayable("there are no " + count + " free places to go to");
        }
        return places;
    }

    private static double outside(PlanFence zone, Place place) {
        return zone.zone().shape().signedDistanceMetres(place.x(), place.y());
    }
}
