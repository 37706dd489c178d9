package io.muster.simulator.truth;

import io.muster.contract.plan.PlanFence;
import io.muster.geometry.PlantPoint;
import io.muster.geometry.Zone;

/** A fence as the audit sees it: how deep a person is inside, with a quick no for everybody far away. */
final class AuditZone {
    /** Wider than every margin of the audit. */
    private static final double REACH = 10;

    private final PlanFence fence;
    private final Zone zone;
    private final double[] bounds;

    AuditZone(PlanFence fence) {
        this.fence = fence;
        this.zone = fence.zone();
        this.bounds = zone.shape().bounds();
    }

    PlanFence fence() {
        return fence;
    }

    /** Metres to the outline, negative inside; positive infinity when far away or on another floor. */
    double depth(Watched person) {
        double x = person.x();
        double y = person.y();
        if (x < bounds[0] - REACH || y < bounds[1] - REACH || x > bounds[2] + REACH || y > bounds[3] + REACH) {
            return Double.POSITIVE_INFINITY;
        }
        boolean onFloor = zone.onFloor(PlantPoint.metres(x, y, (double) person.floor()));
        return onFloor ? zone.shape().signedDistanceMetres(x, y) : Double.POSITIVE_INFINITY;
    }

    boolean counts(Watched person) {
        return fence.countedPersonTypes().isEmpty()
                || fence.countedPersonTypes().contains(person.person.personType());
    }
}
