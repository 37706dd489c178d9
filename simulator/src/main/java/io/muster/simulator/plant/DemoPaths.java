package io.muster.simulator.plant;

import io.muster.simulator.movement.PathNetwork;
import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where people walk and work in the demo plant: roads between the units, doors of the rooms, stairs of the tall unit, and work spots beside the roads. Work
 * spots keep so much room that who stands there is nowhere by accident: 27 m to the next spot (no gathering by neighbours), 6 m to every outline and 14 m to
 * a zone with a limit (no noise carries anybody in), 25 m to a room where gatherings are exempt.
 */
public final class DemoPaths {
    static final double SPOT_SPACING = 27;
    static final double SPOT_TO_OUTLINE = 6;
    static final double SPOT_TO_LIMIT = 14;
    static final double SPOT_TO_EXEMPT = 25;
    static final double SPOT_TO_BEACON = 14;
    static final double SPOT_TO_ROAD = 7;

    private static final double[] ROADS_X = {70, 210, 350, 490, 630, 770};
    private static final double[] ROADS_Y = {300, 420, 540, 660, 765};
    private static final double[] EAST_Y = {300, 440, 560, 690};
    private static final double EAST_X = 955;
    private static final double GATE_ROAD_Y = 140;

    /** A straight road along an axis. */
    private record Road(Place from, Place to) {
        boolean has(Place place) {
            return place.floor() == 0
                    && (place.x() - from.x()) * (place.x() - to.x()) <= 0
                    && (place.y() - from.y()) * (place.y() - to.y()) <= 0;
        }
    }

    /** A room with seats. */
    public record Room(String id, Place door, double x0, double y0, double x1, double y1) {}

    private final PathNetwork network = new PathNetwork();
    private final List<Place> spots = new ArrayList<>();
    private final List<Room> rooms = new ArrayList<>();

    /** @param kept places where scripted people stand: no work spot within {@link #SPOT_SPACING} of them */
    public DemoPaths(List<Place> kept) {
        List<Area> areas = DemoAreas.all();
        List<Road> roads = roads();
        TreeSet<Place> feet = new TreeSet<>(Comparator.comparingDouble(Place::x).thenComparingDouble(Place::y));
        List<List<Place>> links = new ArrayList<>();
        for (Road road : roads) {
            double length = road.from().distanceTo(road.to());
            for (double along = SPOT_TO_ROAD; along <= length - SPOT_TO_ROAD; along += 3.5) {
                Place foot = road.from().towards(road.to(), along);
                boolean northward = road.from().x() == road.to().x();
                for (int side = -1; side <= 1; side += 2) {
                    Place spot = Place.ground(
                            foot.x() + (northward ? side * SPOT_TO_ROAD : 0),
                            foot.y() + (northward ? 0 : side * SPOT_TO_ROAD));
                    if (isFree(spot, areas, kept)) {
                        spots.add(spot);
                        feet.add(foot);
                        links.add(List.of(foot, spot));
                    }
                }
            }
        }
        for (Area area : areas) {
            if (area.exemptReason() != null && !area.role().equals("muster_point")) {
                Place door = Place.ground((area.x0() + area.x1()) / 2, area.y1());
                Place foot = Place.ground(door.x(), GATE_ROAD_Y);
                rooms.add(new Room(area.id(), door, area.x0(), area.y0(), area.x1(), area.y1()));
                feet.add(foot);
                links.add(List.of(foot, door));
            }
        }
        links.addAll(stairs(feet));
        for (Road road : roads) {
            List<Place> chain = new ArrayList<>();
            chain.add(road.from());
            chain.add(road.to());
            feet.stream().filter(road::has).forEach(chain::add);
            for (Road other : roads) {
                Place crossing = road.from().x() == road.to().x()
                        ? Place.ground(road.from().x(), other.from().y())
                        : Place.ground(other.from().x(), road.from().y());
                if (road.has(crossing) && other.has(crossing)) {
                    chain.add(crossing);
                }
            }
            network.connect(chain.stream()
                    .distinct()
                    .sorted(Comparator.comparingDouble(road.from()::distanceTo))
                    .toList());
        }
        links.forEach(network::connect);
    }

    public PathNetwork network() {
        return network;
    }

    /** Free places for one worker each, in a fixed order. */
    public List<Place> spots() {
        return List.copyOf(spots);
    }

    public List<Room> rooms() {
        return List.copyOf(rooms);
    }

    /** The tall unit has a stair on its west and on its east side; on each upper floor a platform with one spot on either side. */
    private List<List<Place>> stairs(Set<Place> feet) {
        Area unit = DemoAreas.find(String.format("unit-%02d-floor-0", DemoAreas.TALL_UNIT));
        List<List<Place>> links = new ArrayList<>();
        for (int side = -1; side <= 1; side += 2) {
            double wall = side < 0 ? unit.x0() : unit.x1();
            Place foot = Place.ground(wall + side * 30, unit.y0() - 12);
            Place below = Place.ground(wall + side * 18, unit.y0() - 12);
            feet.add(foot);
            links.add(List.of(foot, below));
            for (int floor = 1; floor <= 2; floor++) {
                Place landing = new Place(wall + side * 12, unit.y0() - 12, floor);
                Place from = floor == 1 ? below : new Place(landing.x(), landing.y(), floor - 1);
                Place spot = new Place(wall + side * 15, unit.y0() + unit.height() / 2, floor);
                links.add(List.of(from, landing, spot));
                spots.add(spot);
            }
        }
        return links;
    }

    private boolean isFree(Place spot, List<Area> areas, List<Place> kept) {
        return kept.stream().allMatch(place -> place.distanceTo(spot) >= SPOT_SPACING)
                && spots.stream().allMatch(place -> place.distanceTo(spot) >= SPOT_SPACING)
                && areas.stream().allMatch(area -> isFarEnough(spot, area));
    }

    private static boolean isFarEnough(Place spot, Area area) {
        if (area.distanceToEdge(spot.x(), spot.y()) < SPOT_TO_OUTLINE) {
            return false;
        }
        double distance = area.distanceTo(spot.x(), spot.y());
        if (area.exemptReason() != null) {
            return distance >= SPOT_TO_EXEMPT;
        }
        if (area.role().equals("beacon")) {
            return distance >= SPOT_TO_BEACON;
        }
        return !area.limited() || distance >= SPOT_TO_LIMIT;
    }

    private static List<Road> roads() {
        List<Road> roads = new ArrayList<>();
        double north = ROADS_Y[ROADS_Y.length - 1];
        double east = ROADS_X[ROADS_X.length - 1];
        for (double x : ROADS_X) {
            roads.add(new Road(Place.ground(x, ROADS_Y[0]), Place.ground(x, north)));
        }
        for (double y : ROADS_Y) {
            roads.add(new Road(Place.ground(ROADS_X[0], y), Place.ground(east, y)));
        }
        for (double y : EAST_Y) {
            roads.add(new Road(Place.ground(east, y), Place.ground(EAST_X, y)));
        }
        roads.add(new Road(Place.ground(EAST_X, GATE_ROAD_Y), Place.ground(EAST_X, EAST_Y[EAST_Y.length - 1])));
        for (double gate : new double[] {210, 630}) {
            roads.add(new Road(Place.ground(gate, GATE_ROAD_Y), Place.ground(gate, ROADS_Y[0])));
        }
        roads.add(new Road(Place.ground(ROADS_X[0], GATE_ROAD_Y), Place.ground(EAST_X, GATE_ROAD_Y)));
        return roads;
    }
}
