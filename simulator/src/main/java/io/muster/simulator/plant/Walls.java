package io.muster.simulator.plant;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What nobody cuts across off the paths: rooms, hazard units and forbidden places, unless one goes into or comes out of them; and the fence around a production
 * area that has gates, but at its gates.
 */
final class Walls {
    private static final double STEP_METRES = 1;

    private final List<Region> kept = new ArrayList<>();
    private final List<Region> rooms = new ArrayList<>();
    private final List<Region> gates = new ArrayList<>();
    private final List<Region> walled = new ArrayList<>();

    Walls(Plan plan) {
        for (PlanFence fence : plan.fences()) {
            Region region = new Region(fence);
            if (Region.isRoom(fence)) {
                rooms.add(region);
                kept.add(region);
            } else if (fence.role() == Role.HAZARD || fence.role() == Role.FORBIDDEN) {
                kept.add(region);
            } else if (fence.role() == Role.GATE) {
                gates.add(region);
            }
        }
        for (PlanFence fence : plan.fences()) {
            Region region = new Region(fence);
            if (fence.role() == Role.PRODUCTION && gates.stream().anyMatch(gate -> lieOnOutline(gate, region))) {
                walled.add(region);
            }
        }
    }

    private static boolean lieOnOutline(Region gate, Region area) {
        double[] centre = gate.shape().centroid();
        double size = Math.max(gate.bounds()[2] - gate.bounds()[0], gate.bounds()[3] - gate.bounds()[1]);
        return Math.abs(area.signedDistance(centre[0], centre[1])) <= size;
    }

    List<Region> rooms() {
        return rooms;
    }

    List<Region> gates() {
        return gates;
    }

    /** Areas that one enters through gates. */
    List<Region> walled() {
        return walled;
    }

    /** The room that a place is in; null = none. */
    @Nullable
    Region room(Place place) {
        for (Region room : rooms) {
            if (room.holds(place, 0)) {
                return room;
            }
        }
        return null;
    }

    /** Whether a place is nearer than {@code margin} metres to a room, a hazard unit or a forbidden place, other than the given one. */
    boolean isKept(Place place, double margin, @Nullable Region but) {
        for (Region region : kept) {
            boolean same = but != null && region.fence().id().equals(but.fence().id());
            if (!same && region.holds(place, margin)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one may go straight from one place to another on the same floor. */
    boolean isOpen(Place from, Place to) {
        List<Region> across = new ArrayList<>();
        for (Region region : kept) {
            if (region.onFloor(from.floor()) && !region.holds(from, 0) && !region.holds(to, 0)) {
                across.add(region);
            }
        }
        double metres = from.distanceTo(to);
        int steps = (int) Math.ceil(metres / STEP_METRES);
        boolean[] inside = new boolean[walled.size()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = walled.get(i).holds(from.x(), from.y(), 0);
        }
        for (int step = 1; step <= steps; step++) {
            double x = from.x() + (to.x() - from.x()) * step / steps;
            double y = from.y() + (to.y() - from.y()) * step / steps;
            for (Region region : across) {
                if (region.holds(x, y, 0)) {
                    return false;
                }
            }
            for (int i = 0; i < inside.length; i++) {
                boolean now = walled.get(i).holds(x, y, 0);
                if (now != inside[i] && gates.stream().noneMatch(gate -> gate.holds(x, y, STEP_METRES))) {
                    return false;
                }
                inside[i] = now;
            }
        }
        return true;
    }
}
