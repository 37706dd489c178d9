package io.muster.simulator.event;

import io.muster.contract.plan.PlanFence;
import io.muster.simulator.day.Member;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Crew;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where people stand at muster points: on a grid of a metre inside each, the innermost first. Whose place is which does not depend on how many come. */
final class MusterPoints {
    private static final double GRID_METRES = 1;
    private static final double INSIDE_METRES = 1;

    private final List<List<Place>> grids = new ArrayList<>();
    private final List<Place> middles = new ArrayList<>();
    private final Map<String, Integer> crews = new HashMap<>();

    MusterPoints(List<String> fences, Stage stage) throws Unplayable {
        for (String id : fences) {
            PlanFence fence = stage.fence(id);
            middles.add(Stage.middle(fence));
            grids.add(grid(fence));
        }
        for (Crew crew : stage.scenario().crews()) {
            crews.put(crew.id(), crews.size());
        }
    }

    /** The member's place at the nearest point, as the crow flies; when all places are taken people stand closer. */
    Place nearest(Place from, Member member) {
        int best = 0;
        for (int i = 1; i < middles.size(); i++) {
            if (from.distanceTo(middles.get(i)) < from.distanceTo(middles.get(best))) {
                best = i;
            }
        }
        long turn = (member.number() - 1L) * crews.size()
                + crews.getOrDefault(member.crew().id(), 0);
        List<Place> grid = grids.get(best);
        Place place = grid.get((int) (turn % grid.size()));
        double closer = turn >= grid.size() ? GRID_METRES / 2 : 0;
        return new Place(place.x() + closer, place.y() + closer, place.floor());
    }

    private static List<Place> grid(PlanFence fence) {
        double[] bounds = fence.zone().shape().bounds();
        Place middle = Stage.middle(fence);
        List<Place> grid = new ArrayList<>();
        for (double x = bounds[0] + GRID_METRES / 2; x < bounds[2]; x += GRID_METRES) {
            for (double y = bounds[1] + GRID_METRES / 2; y < bounds[3]; y += GRID_METRES) {
                if (fence.zone().shape().signedDistanceMetres(x, y) <= -INSIDE_METRES) {
                    grid.add(new Place(x, y, middle.floor()));
                }
            }
        }
        if (grid.isEmpty()) {
            grid.add(middle);
        }
        grid.sort(Comparator.comparingDouble(middle::distanceTo)
                .thenComparingDouble(Place::x)
                .thenComparingDouble(Place::y));
        return List.copyOf(grid);
    }
}
