package io.muster.simulator.plant;

import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.geometry.ZoneShape;
import io.muster.simulator.movement.Place;

/** A fence as somebody sees it who walks: whether they are inside, and how deep. */
final class Region {
    private final PlanFence fence;
    private final ZoneShape shape;
    private final double[] bounds;

    Region(PlanFence fence) {
        this.fence = fence;
        this.shape = fence.zone().shape();
        this.bounds = shape.bounds();
    }

    /** Whether people sit in this fence: gatherings are exempt in it, and it has a door. */
    static boolean isRoom(PlanFence fence) {
        return fence.gatheringExempt() && (fence.role() == Role.REST || fence.role() == Role.CONTROL_ROOM);
    }

    PlanFence fence() {
        return fence;
    }

    ZoneShape shape() {
        return shape;
    }

    double[] bounds() {
        return bounds;
    }

    /** 0 where the fence is on every floor. */
    int floor() {
        Double floor = fence.zone().floor();
        return floor == null ? 0 : (int) Math.floor(floor);
    }

    boolean onFloor(int floor) {
        return fence.zone().floor() == null || floor() == floor;
    }

    /** Whether the place is inside or nearer than {@code margin} metres. */
    boolean holds(Place place, double margin) {
        return onFloor(place.floor()) && holds(place.x(), place.y(), margin);
    }

    /** As {@link #holds(Place, double)}, whatever the floor. */
    boolean holds(double x, double y, double margin) {
        return x >= bounds[0] - margin
                && y >= bounds[1] - margin
                && x <= bounds[2] + margin
                && y <= bounds[3] + margin
                && shape.signedDistanceMetres(x, y) <= margin;
    }

    /** Metres to the outline: negative inside, positive outside. */
    double signedDistance(double x, double y) {
        return shape.signedDistanceMetres(x, y);
    }
}
