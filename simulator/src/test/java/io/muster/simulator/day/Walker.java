package io.muster.simulator.day;

import io.muster.geometry.ZoneShape;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Pose;
import io.muster.simulator.movement.Sway;
import io.muster.simulator.movement.Timeline;

/** Looks at a timeline as somebody who follows the person with a watch. */
final class Walker {
    private static final double FASTEST = 1.55;

    private Walker() {}

    static Place at(Timeline timeline, long millis) {
        Pose pose = new Pose();
        timeline.at(millis, Sway.none(), pose);
        return new Place(pose.x, pose.y, pose.floor);
    }

    static boolean absent(Timeline timeline, long millis) {
        Pose pose = new Pose();
        timeline.at(millis, Sway.none(), pose);
        return pose.absent;
    }

    static boolean inside(Timeline timeline, long millis, String fence) {
        Place place = at(timeline, millis);
        var zone = Shifts.PLANT.fence(fence).orElseThrow().zone();
        ZoneShape shape = zone.shape();
        boolean floor = zone.floor() == null || zone.floor() == place.floor();
        return !absent(timeline, millis) && floor && shape.signedDistanceMetres(place.x(), place.y()) <= 0;
    }

    /** What is wrong with a timeline as the way of a human being; empty = nothing. */
    static String fault(Timeline timeline, long duration) {
        if (timeline.startMillis() != 0 || timeline.endMillis() != duration) {
            return "from " + timeline.startMillis() + " to " + timeline.endMillis();
        }
        for (int i = 0; i + 1 < timeline.stations(); i++) {
            long millis = timeline.timeOf(i + 1) - timeline.timeOf(i);
            double metres = timeline.placeOf(i).distanceTo(timeline.placeOf(i + 1));
            int floors = Math.abs(
                    timeline.placeOf(i).floor() - timeline.placeOf(i + 1).floor());
            if (millis < 0 || (metres > 0.01 && metres / (millis / 1000.0) > FASTEST)) {
                return metres + " m in " + millis + " ms at " + timeline.timeOf(i);
            }
            if (floors > 0 && millis < 12_000L * floors) {
                return floors + " floors in " + millis + " ms at " + timeline.timeOf(i);
            }
            if (timeline.absentAfter(i) && metres > 0) {
                return "walks while absent at " + timeline.timeOf(i);
            }
        }
        int last = timeline.stations() - 1;
        if (!timeline.placeOf(0).equals(timeline.placeOf(last))
                || timeline.absentAfter(0) != timeline.absentAfter(last)) {
            return "begins at " + timeline.placeOf(0) + ", ends at " + timeline.placeOf(last);
        }
        return "";
    }
}
