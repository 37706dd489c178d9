package io.muster.simulator.event;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import io.muster.simulator.plant.DemoPlant;
import io.muster.simulator.plant.Plant;
import io.muster.simulator.radio.Beacon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The demo plant without walls: every way is straight. Enough to say who is where and when. */
final class OpenPlant implements Plant {
    private final Plan plan = DemoPlant.plan("demo");

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public byte[] record() {
        return DemoPlant.record("demo");
    }

    @Override
    public Optional<PlanFence> fence(String id) {
        return plan.fences().stream()
                .filter(fence -> fence.foreignId().equals(id))
                .findFirst();
    }

    @Override
    public List<Place> way(Place from, Place to) {
        return List.of(from, to);
    }

    /** Beyond the plan nobody can walk. */
    @Override
    public boolean isReachable(Place place) {
        return place.x() >= 0 && place.x() <= 1000 && place.y() >= 0 && place.y() <= 800;
    }

    @Override
    public Place entrance(Draw draw) {
        return seat("change-house", draw);
    }

    @Override
    public Place seat(String fence, Draw draw) {
        double[] box = box(fence);
        return Place.ground(draw.between(box[0] + 3, box[2] - 3), draw.between(box[1] + 3, box[3] - 3));
    }

    /** Corners first, 5 m deep or a third of the way in, then along the sides. */
    @Override
    public List<Place> stands(String fence, int count) {
        double[] box = box(fence);
        double deepX = Math.min(5, (box[2] - box[0]) / 3);
        double deepY = Math.min(5, (box[3] - box[1]) / 3);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double share = i < 4 ? (i % 2 == 0 ? 0 : 1) : (double) (i - 3) / (count - 3);
            boolean low = i % 4 == 0 || i % 4 == 3;
            places.add(Place.ground(
                    box[0] + deepX + share * (box[2] - box[0] - 2 * deepX), low ? box[1] + deepY : box[3] - deepY));
        }
        return places;
    }

    @Override
    public Place beside(String fence, double metres) {
        double[] box = box(fence);
        return Place.ground((box[0] + box[2]) / 2, box[1] - metres);
    }

    @Override
    public List<Place> spots() {
        List<Place> spots = new ArrayList<>();
        for (double x = 70; x <= 770; x += 140) {
            for (double y = 313; y <= 753; y += 30) {
                spots.add(Place.ground(x, y));
            }
        }
        return spots;
    }

    @Override
    public List<Beacon> beacons() {
        return List.of();
    }

    private double[] box(String fence) {
        return fence(fence).orElseThrow().zone().shape().bounds();
    }
}
