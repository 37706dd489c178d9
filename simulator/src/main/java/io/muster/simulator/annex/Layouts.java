package io.muster.simulator.annex;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.List;

/** The layouts of AQ 3064.3-2025 Annex A. A seed turns each one: the standard does not say in which direction the outside tag stands, so any is drawn. */
public final class Layouts {
    private static final double CENTRE = 200;
    private static final double RING_METRES = 12;
    /** "Just outside a circle of 18 m". */
    private static final double OUTSIDE_METRES = 18.1;
    /** A tag inside or outside a fence stands this far from the edge (A.5). */
    private static final double FROM_EDGE_METRES = 3;

    private static final long STANDING_MILLIS = 600_000;
    /** A gathering is one after 60 s (3.5). The standard allows the warning 5 s; here it is asked for after 3 s, the first of which everybody's first fix may take. */
    private static final long GATHERED_MILLIS = 63_000;
    /** Steady state of a fence. */
    private static final long SETTLED_MILLIS = 30_000;

    private static final double WALK_FROM_METRES = 40;
    private static final double WALK_METRES_PER_SECOND = 1;
    private static final double STAND_METRES = 2;
    /** Walkers stand together until this long after they have arrived. */
    private static final long TOGETHER_MILLIS = 120_000;

    private Layouts() {}

    /** The layout of a question, turned by the seed. */
    public static Layout of(Question question, long seed) {
        Draw draw = Draw.of(seed, "annex layout " + question, 0);
        return switch (question) {
            case SIX_ARE_TOGETHER -> standing(question, gathering(draw, 5, false), GATHERED_MILLIS);
            case FIVE_ARE_TOGETHER -> standing(question, gathering(draw, 4, true), GATHERED_MILLIS);
            case ZONE_IS_OVERFULL -> standing(question, inside(4), SETTLED_MILLIS);
            case ZONE_IS_NOT_OVERFULL -> {
                List<Place> places = inside(3);
                places.add(outside(draw));
                yield standing(question, places, SETTLED_MILLIS);
            }
            case NOBODY_IS_INSIDE -> standing(question, List.of(outside(draw)), SETTLED_MILLIS);
            case ONE_IS_INSIDE -> standing(question, List.of(nearEdge(draw)), SETTLED_MILLIS);
            case THREE_COME_AND_GO -> walking(draw);
        };
    }

    private static Layout standing(Question question, List<Place> places, long judgedFrom) {
        List<Layout.Way> ways = new ArrayList<>();
        places.forEach(place -> ways.add(millis -> place));
        return new Layout(question, ways, judgedFrom, judgedFrom + STANDING_MILLIS);
    }

    private static List<Place> gathering(Draw draw, int ring, boolean oneOutside) {
        double turn = draw.between(0.0, 2 * Math.PI);
        List<Place> places = new ArrayList<>();
        places.add(Place.ground(CENTRE, CENTRE));
        for (int i = 0; i < ring; i++) {
            places.add(around(RING_METRES, turn + 2 * Math.PI * i / ring));
        }
        if (oneOutside) {
            places.add(around(OUTSIDE_METRES, draw.between(0.0, 2 * Math.PI)));
        }
        return places;
    }

    private static Place around(double metres, double angle) {
        return Place.ground(CENTRE + metres * StrictMath.cos(angle), CENTRE + metres * StrictMath.sin(angle));
    }

    /** In the corners, 3 m from both edges. */
    private static List<Place> inside(int count) {
        double low = Layout.FENCE_CORNER + FROM_EDGE_METRES;
        double high = Layout.FENCE_CORNER + Layout.FENCE_METRES - FROM_EDGE_METRES;
        List<Place> all = List.of(
                Place.ground(low, low), Place.ground(high, high), Place.ground(low, high), Place.ground(high, low));
        return new ArrayList<>(all.subList(0, count));
    }

    private static Place outside(Draw draw) {
        return besideEdge(draw, -FROM_EDGE_METRES);
    }

    private static Place nearEdge(Draw draw) {
        return besideEdge(draw, FROM_EDGE_METRES);
    }

    /** In the middle of a drawn edge, so deep inside. */
    private static Place besideEdge(Draw draw, double depth) {
        double low = Layout.FENCE_CORNER;
        double high = low + Layout.FENCE_METRES;
        double middle = (low + high) / 2;
        return switch (draw.below(4)) {
            case 0 -> Place.ground(middle, low + depth);
            case 1 -> Place.ground(high - depth, middle);
            case 2 -> Place.ground(middle, high - depth);
            default -> Place.ground(low + depth, middle);
        };
    }

    private static Layout walking(Draw draw) {
        double turn = draw.between(0.0, 2 * Math.PI);
        long walk = Math.round((WALK_FROM_METRES - STAND_METRES) / WALK_METRES_PER_SECOND * 1000);
        long leave = walk + TOGETHER_MILLIS;
        List<Layout.Way> ways = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double angle = turn + 2 * Math.PI * i / 3;
            ways.add(millis -> around(metresFromCentre(millis, walk, leave), angle));
        }
        return new Layout(Question.THREE_COME_AND_GO, ways, leave, leave + walk + 60_000);
    }

    private static double metresFromCentre(long millis, long arrived, long leaves) {
        double walked = WALK_METRES_PER_SECOND * (millis < leaves ? arrived - millis : millis - leaves) / 1000;
        return Math.min(WALK_FROM_METRES, STAND_METRES + Math.max(0, walked));
    }
}
