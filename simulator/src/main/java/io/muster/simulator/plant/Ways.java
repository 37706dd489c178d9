package io.muster.simulator.plant;

import io.muster.simulator.movement.PathNetwork;
import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Ways between any two places: out of a room by its door, else straight to the nearest path, along the paths, and straight to the end. */
final class Ways {
    /** Across a unit and the road beside it. */
    private static final double NEAR_METRES = 100;

    private static final int MOST_REMEMBERED = 200_000;

    private final PathNetwork network;
    private final Walls walls;
    private final List<List<Place>> pieces;
    private final Map<String, Place> doors = new HashMap<>();
    private final Map<Place, Access> accesses = new ConcurrentHashMap<>();

    /**
     * Where a place meets the paths.
     *
     * @param foot the point on the path; the place itself if it is on one, the door if the place is in a room
     * @param ends nodes that one reaches from the foot along its piece of path
     * @param room the room in which the place is; null = none
     */
    private record Access(
            Place foot, List<Place> ends, @Nullable Region room) {}

    /** @param network complete; nothing is connected afterwards */
    Ways(PathNetwork network, Walls walls) {
        this.network = network;
        this.walls = walls;
        this.pieces = network.pieces().stream()
                .filter(piece -> piece.get(0).floor() == piece.get(1).floor())
                .toList();
        for (Region room : walls.rooms()) {
            network.nodes().stream()
                    .filter(node -> room.onFloor(node.floor()))
                    .min(Comparator.comparingDouble(node -> Math.abs(room.signedDistance(node.x(), node.y()))))
                    .ifPresent(door -> doors.put(room.fence().id(), door));
        }
    }

    List<Place> way(Place from, Place to) {
        if (from.equals(to)) {
            return List.of(from);
        }
        Access start = access(from);
        Access goal = access(to);
        if (start == null || goal == null) {
            throw none(from, to);
        }
        if (start.room() != null && start.room() == goal.room() && from.floor() == to.floor()) {
            return List.of(from, to);
        }
        if (isNeighbour(from, to, start, goal)) {
            return List.of(from, to);
        }
        List<Place> way = new ArrayList<>();
        way.add(from);
        way.add(start.foot());
        if (!start.ends().equals(goal.ends())) {
            Place[] best = best(start, goal);
            if (best == null) {
                throw none(from, to);
            }
            way.addAll(network.way(best[0], best[1]));
        }
        way.add(goal.foot());
        way.add(to);
        return withoutRepeats(way);
    }

    boolean isReachable(Place from, Place to) {
        Access start = access(from);
        Access goal = access(to);
        return start != null && goal != null && best(start, goal) != null;
    }

    /** Metres from a place to the nearest path of its floor; positive infinity if there is none. */
    double distanceToPath(Place place) {
        return pieces.stream()
                .filter(piece -> piece.get(0).floor() == place.floor())
                .mapToDouble(piece -> foot(piece, place).distanceTo(place))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static IllegalArgumentException none(Place from, Place to) {
        return new IllegalArgumentException("no way from " + from + " to " + to);
    }

    /** Over open ground people cut corners: who is near, or nearer to the other place than both are to a path, goes straight there. */
    private boolean isNeighbour(Place from, Place to, Access start, Access goal) {
        return start.room() == null
                && goal.room() == null
                && from.floor() == to.floor()
                && from.distanceTo(to)
                        <= Math.max(NEAR_METRES, from.distanceTo(start.foot()) + to.distanceTo(goal.foot()))
                && walls.isOpen(from, to);
    }

    /** The two ends between which the whole way is shortest; null = there is no way. */
    private Place @Nullable [] best(Access start, Access goal) {
        Place[] best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Place first : start.ends()) {
            for (Place last : goal.ends()) {
                double metres =
                        start.foot().distanceTo(first) + network.metres(first, last) + last.distanceTo(goal.foot());
                if (metres < least) {
                    least = metres;
                    best = new Place[] {first, last};
                }
            }
        }
        return best;
    }

    private @Nullable Access access(Place place) {
        Access known = accesses.get(place);
        if (known == null) {
            known = find(place);
            if (known != null) {
                if (accesses.size() >= MOST_REMEMBERED) {
                    accesses.clear();
                }
                accesses.put(place, known);
            }
        }
        return known;
    }

    private @Nullable Access find(Place place) {
        Region room = walls.room(place);
        if (network.hasNode(place)) {
            return new Access(place, List.of(place), room);
        }
        Place door = room == null ? null : doors.get(room.fence().id());
        if (door != null && door.floor() == place.floor()) {
            return new Access(door, List.of(door), room);
        }
        List<List<Place>> near = pieces.stream()
                .filter(piece -> piece.get(0).floor() == place.floor())
                .sorted(Comparator.comparingDouble(piece -> foot(piece, place).distanceTo(place)))
                .toList();
        if (near.isEmpty()) {
            return null;
        }
        List<Place> piece = near.stream()
                .filter(each -> walls.isOpen(place, foot(each, place)))
                .findFirst()
                .orElse(near.get(0));
        return new Access(foot(piece, place), piece, room);
    }

    /** The point of a straight piece that is nearest to the place. */
    private static Place foot(List<Place> piece, Place place) {
        Place a = piece.get(0);
        Place b = piece.get(1);
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double along = (dx * (place.x() - a.x()) + dy * (place.y() - a.y())) / (dx * dx + dy * dy);
        if (along <= 0) {
            return a;
        }
        return along >= 1 ? b : new Place(a.x() + along * dx, a.y() + along * dy, a.floor());
    }

    private static List<Place> withoutRepeats(List<Place> way) {
        List<Place> result = new ArrayList<>();
        for (Place place : way) {
            if (result.isEmpty() || !Objects.equals(result.get(result.size() - 1), place)) {
                result.add(place);
            }
        }
        return List.copyOf(result);
    }
}
