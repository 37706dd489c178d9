package io.muster.simulator.radio;

import io.muster.contract.plan.PlanFence;
import io.muster.geometry.Containment;
import io.muster.geometry.Zone;

/** Whether a point lies in a zone. */
@FunctionalInterface
public interface ZoneTest {

    /** In site-local metres. */
    boolean contains(double x, double y, int floor);

    /** Its middle: x and y in site-local metres, and the floor. */
    default double[] middle() {
        throw new UnsupportedOperationException("this zone has no middle");
    }

    /** The outline and the floor of a fence; the edge belongs to it. */
    static ZoneTest of(PlanFence fence) {
        Zone zone = fence.zone();
        Double only = zone.floor();
        return new ZoneTest() {
            @Override
            public boolean contains(double x, double y, int floor) {
                return (only == null || only == floor) && zone.shape().locate(x, y) != Containment.OUTSIDE;
            }

            @Override
            public double[] middle() {
                double[] centre = zone.shape().centroid();
                return new double[] {centre[0], centre[1], only == null ? 0 : only};
            }
        };
    }
}
