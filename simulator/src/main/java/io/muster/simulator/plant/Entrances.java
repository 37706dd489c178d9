package io.muster.simulator.plant;

import io.muster.simulator.movement.PathNetwork;
import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where the paths come in from outside: of each gate the nearest node that lies outside of the areas behind gates. */
final class Entrances {
    private static final double FARTHEST_METRES = 150;

    private Entrances() {}

    /** At least one: without gates, or where no path leads outside, the node nearest to a gate, or the first node. */
    static List<Place> of(PathNetwork network, Walls walls) {
        List<Place> outside = network.nodes().stream()
                .filter(node -> node.floor() == 0)
                .filter(node -> walls.walled().stream().noneMatch(area -> area.holds(node, 0)))
                .filter(node -> walls.gates().stream().noneMatch(gate -> gate.holds(node, 0)))
                .filter(node -> walls.room(node) == null)
                .toList();
        List<Place> entrances = new ArrayList<>();
        for (Region gate : walls.gates()) {
            List<Place> nodes = walls.walled().isEmpty() || outside.isEmpty() ? network.nodes() : outside;
            nodes.stream()
                    .filter(node -> distance(gate, node) <= FARTHEST_METRES)
                    .min(Comparator.comparingDouble(node -> distance(gate, node)))
                    .filter(node -> !entrances.contains(node))
                    .ifPresent(entrances::add);
        }
        return entrances.isEmpty() ? List.of(network.nodes().get(0)) : List.copyOf(entrances);
    }

    private static double distance(Region gate, Place node) {
        return Math.abs(gate.signedDistance(node.x(), node.y()));
    }
}
