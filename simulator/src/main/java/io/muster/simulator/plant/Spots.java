package io.muster.simulator.plant;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.simulator.movement.PathNetwork;
import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Free places beside the paths where one person stands and that is nothing: as far from one another and from what is watched as those of the demo plant
 * ({@link DemoPaths}).
 */
final class Spots {
    private static final double STEP_METRES = 3.5;

    private final Walls walls;
    private final List<Region> regions = new ArrayList<>();
    private final List<Place> spots = new ArrayList<>();

    private Spots(Plan plan, Walls walls) {
        this.walls = walls;
        for (PlanFence fence : plan.fences()) {
            regions.add(new Region(fence));
        }
    }

    /** In the order of the paths. */
    static List<Place> beside(PathNetwork network, Plan plan, Walls walls) {
        Spots found = new Spots(plan, walls);
        for (List<Place> piece : network.pieces()) {
            Place from = piece.get(0);
            Place to = piece.get(1);
            double length = from.distanceTo(to);
            for (double along = 0; from.floor() == to.floor() && along <= length; along += STEP_METRES) {
                Place foot = from.towards(to, along);
                for (int side = -1; side <= 1; side += 2) {
                    found.look(
                            foot,
                            new Place(
                                    foot.x() - side * DemoPaths.SPOT_TO_ROAD * (to.y() - from.y()) / length,
                                    foot.y() + side * DemoPaths.SPOT_TO_ROAD * (to.x() - from.x()) / length,
                                    foot.floor()));
                }
            }
        }
        return List.copyOf(found.spots);
    }

    private void look(Place foot, Place spot) {
        boolean apart = spots.stream()
                .allMatch(other -> other.floor() != spot.floor() || other.distanceTo(spot) >= DemoPaths.SPOT_SPACING);
        boolean inside = walls.walled().isEmpty() || walls.walled().stream().anyMatch(area -> area.holds(spot, 0));
        if (apart
                && inside
                && regions.stream().allMatch(region -> isFarEnough(region, spot))
                && walls.isOpen(spot, foot)) {
            spots.add(spot);
        }
    }

    private static boolean isFarEnough(Region region, Place spot) {
        PlanFence fence = region.fence();
        if (!region.onFloor(spot.floor())) {
            return true;
        }
        double signed = region.signedDistance(spot.x(), spot.y());
        if (Math.abs(signed) < DemoPaths.SPOT_TO_OUTLINE) {
            return false;
        }
        if (fence.gatheringExempt()) {
            return signed >= DemoPaths.SPOT_TO_EXEMPT;
        }
        if (fence.role() == Role.BEACON) {
            return signed >= DemoPaths.SPOT_TO_BEACON;
        }
        boolean watched = fence.limit() != null || fence.role() == Role.FORBIDDEN || fence.role() == Role.HAZARD;
        return !watched || signed >= DemoPaths.SPOT_TO_LIMIT;
    }
}
