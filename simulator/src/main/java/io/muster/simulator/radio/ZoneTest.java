package io.muster.simulator.radio;

import io.muster.contract.plan.PlanFence;
import io.muster.geometry.Containment;
import io.muster.geometry.Zone;

/** Whether a point lies in a zone. */
@FunctionalInterface
public interface ZoneTest {

    /** In site-local metres. */
    boolean contains(double x, double y, int floor);

    /** The outline and the floor of a fence; the edge belongs to it. */
    static ZoneTest of(PlanFence fence) {
        Zone zone = fence.zone();
        Double only = zone.floor();
        return (x, y, floor) -> (only == null || only == floor) && zone.shape().locate(x, y) != Containment.OUTSIDE;
    }
}
