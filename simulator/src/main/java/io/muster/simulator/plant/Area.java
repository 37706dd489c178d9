package io.muster.simulator.plant;

import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fence of the demo plant, before it becomes GeoJSON: a box along the axes, or a circle.
 *
 * @param name bilingual, as a control room shows it
 * @param role wire word of the plan format
 * @param floor null = every floor
 * @param radius null = a box from (x0, y0) to (x1, y1); else a circle around (x0, y0), metres
 * @param hazards wire words; not empty = the limit of 3 holds (PF-4b)
 * @param riskColour null = none
 * @param exemptReason why gatherings here are no risk; null = watched
 * @param minimum how many must be inside; null = none
 * @param overstayMillis how long somebody may stay; null = not watched
 * @param motionlessMillis how long somebody may lie still; null = not watched
 * @param conduct who may be there, and more of the kind: keys of the plan format with their JSON values, in the order in which they are written
 */
record Area(
        String id,
        String name,
        String role,
        @Nullable Integer floor,
        double x0,
        double y0,
        double x1,
        double y1,
        @Nullable Double radius,
        List<String> hazards,
        @Nullable String riskColour,
        @Nullable String exemptReason,
        @Nullable Integer minimum,
        @Nullable Long overstayMillis,
        @Nullable Long motionlessMillis,
        List<String> conduct) {

    static Area box(String id, String name, String role, double x0, double y0, double width, double height) {
        return new Area(
                id,
                name,
                role,
                0,
                x0,
                y0,
                x0 + width,
                y0 + height,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    static Area circle(String id, String name, String role, double x, double y, double radius) {
        return new Area(id, name, role, 0, x, y, x, y, radius, List.of(), null, null, null, null, null, List.of());
    }

    Area everyFloor() {
        return new Area(
                id,
                name,
                role,
                null,
                x0,
                y0,
                x1,
                y1,
                radius,
                hazards,
                riskColour,
                exemptReason,
                minimum,
                overstayMillis,
                motionlessMillis,
                conduct);
    }

    Area onFloor(int value) {
        return new Area(
                id,
                name,
                role,
                value,
                x0,
                y0,
                x1,
                y1,
                radius,
                hazards,
                riskColour,
                exemptReason,
                minimum,
                overstayMillis,
                motionlessMillis,
                conduct);
    }

    Area risky(String colour, String... words) {
        return new Area(
                id,
                name,
                role,
                floor,
                x0,
                y0,
                x1,
                y1,
                radius,
                List.of(words),
                colour,
                exemptReason,
                minimum,
                overstayMillis,
                motionlessMillis,
                conduct);
    }

    Area exempt(String reason) {
        return new Area(
                id,
                name,
                role,
                floor,
                x0,
                y0,
                x1,
                y1,
                radius,
                hazards,
                riskColour,
                reason,
                minimum,
                overstayMillis,
                motionlessMillis,
                conduct);
    }

    Area manned(int least) {
        return new Area(
                id,
                name,
                role,
                floor,
                x0,
                y0,
                x1,
                y1,
                radius,
                hazards,
                riskColour,
                exemptReason,
                least,
                overstayMillis,
                motionlessMillis,
                conduct);
    }

    Area overstay(long millis) {
        return new Area(
                id,
                name,
                role,
                floor,
                x0,
                y0,
                x1,
                y1,
                radius,
                hazards,
                riskColour,
                exemptReason,
                minimum,
                millis,
                motionlessMillis,
                conduct);
    }

    Area motionless(long millis) {
        return new Area(
                id,
                name,
                role,
                floor,
                x0,
                y0,
                x1,
                y1,
                radius,
                hazards,
                riskColour,
                exemptReason,
                minimum,
                overstayMillis,
                millis,
                conduct);
    }

    /** One key more of the plan format. */
    Area with(String key, String json) {
        List<String> more = new ArrayList<>(conduct);
        more.add("\"" + key + "\": " + json);
        return new Area(
                id,
                name,
                role,
                floor,
                x0,
                y0,
                x1,
                y1,
                radius,
                hazards,
                riskColour,
                exemptReason,
                minimum,
                overstayMillis,
                motionlessMillis,
                List.copyOf(more));
    }

    boolean limited() {
        return !hazards.isEmpty();
    }

    /** A place inside, from the lower left corner. */
    Place at(double dx, double dy) {
        return new Place(x0 + dx, y0 + dy, floor == null ? 0 : floor);
    }

    double width() {
        return x1 - x0;
    }

    double height() {
        return y1 - y0;
    }

    /** Distance to the outline, inside or outside, metres; the floor does not take part. */
    double distanceToEdge(double x, double y) {
        if (radius != null) {
            return Math.abs(Math.hypot(x - x0, y - y0) - radius);
        }
        double outX = Math.max(Math.max(x0 - x, x - x1), 0);
        double outY = Math.max(Math.max(y0 - y, y - y1), 0);
        if (outX > 0 || outY > 0) {
            return Math.hypot(outX, outY);
        }
        return Math.min(Math.min(x - x0, x1 - x), Math.min(y - y0, y1 - y));
    }

    /** Distance to the area: 0 inside, metres. */
    double distanceTo(double x, double y) {
        if (radius != null) {
            return Math.max(0, Math.hypot(x - x0, y - y0) - radius);
        }
        return x >= x0 && x <= x1 && y >= y0 && y <= y1 ? 0 : distanceToEdge(x, y);
    }
}
