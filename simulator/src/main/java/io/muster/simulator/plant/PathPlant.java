package io.muster.simulator.plant;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.PathNetwork;
import io.muster.simulator.movement.Place;
import io.muster.simulator.radio.Beacon;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A plant made of a plan and a path network. */
final class PathPlant implements Plant {
    /** People come in within so much of the path outside of a gate. */
    private static final double ENTRANCE_METRES = 1.5;

    private final Plan plan;
    private final byte[] record;
    private final Ways ways;
    private final Walls walls;
    private final Edges edges;
    private final List<Place> spots;
    private final List<Beacon> beacons;
    private final @Nullable String entranceRoom;
    private final List<Place> entrances;
    private final Map<String, Region> regions = new HashMap<>();
    private final Map<String, Stands> stands = new ConcurrentHashMap<>();

    /**
     * @param network complete
     * @param spots free places outdoors
     * @param entranceRoom fence id of the room where tags hang; null = people come in on a path outside of a gate
     */
    PathPlant(
            Plan plan,
            byte[] record,
            PathNetwork network,
            List<Place> spots,
            List<Beacon> beacons,
            @Nullable String entranceRoom) {
        this.plan = plan;
        this.record = record.clone();
        this.walls = new Walls(plan);
        this.ways = new Ways(network, walls);
        this.edges = new Edges(walls, ways);
        this.spots = List.copyOf(spots);
        this.beacons = List.copyOf(beacons);
        this.entranceRoom = entranceRoom;
        this.entrances = Entrances.of(network, walls);
        plan.fences().forEach(fence -> regions.put(fence.foreignId(), new Region(fence)));
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public byte[] record() {
        return record.clone();
    }

    @Override
    public Optional<PlanFence> fence(String id) {
        return Optional.ofNullable(regions.get(id)).map(Region::fence);
    }

    @Override
    public List<Place> way(Place from, Place to) {
        return ways.way(from, to);
    }

    @Override
    public boolean isReachable(Place place) {
        return ways.isReachable(entrance(Draw.of(0, "entrance", 0)), place);
    }

    @Override
    public Place entrance(Draw draw) {
        if (entranceRoom != null) {
            return seat(entranceRoom, draw);
        }
        Place node = entrances.get(draw.below(entrances.size()));
        double angle = draw.between(0, 2 * Math.PI);
        double metres = draw.between(0, ENTRANCE_METRES);
        return new Place(
                node.x() + metres * StrictMath.cos(angle), node.y() + metres * StrictMath.sin(angle), node.floor());
    }

    @Override
    public Place seat(String fence, Draw draw) {
        return standsOf(fence).seat(draw);
    }

    @Override
    public List<Place> stands(String fence, int count) {
        return standsOf(fence).first(count);
    }

    @Override
    public Place beside(String fence, double metres) {
        return edges.beside(region(fence), metres < 0 ? -standsOf(fence).depth(-metres) : metres);
    }

    @Override
    public List<Place> spots() {
        return spots;
    }

    @Override
    public List<Beacon> beacons() {
        return beacons;
    }

    private Stands standsOf(String fence) {
        return stands.computeIfAbsent(fence, id -> new Stands(region(id), walls));
    }

    private Region region(String fence) {
        Region region = regions.get(fence);
        if (region == null) {
            throw new IllegalArgumentException("the plan has no fence " + fence);
        }
        return region;
    }
}
