package io.muster.simulator.movement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Paths that people walk on: straight pieces between nodes, on one floor or (a stair) between two. Shortest ways; ties go the same way every time. */
public final class PathNetwork {
    private final List<Place> nodes = new ArrayList<>();
    private final Map<Place, Integer> index = new HashMap<>();
    private final List<List<Integer>> neighbours = new ArrayList<>();

    /** Adds the two places, if they are new, and a straight path in both directions. */
    public PathNetwork connect(Place a, Place b) {
        int i = node(a);
        int j = node(b);
        if (i != j && !neighbours.get(i).contains(j)) {
            neighbours.get(i).add(j);
            neighbours.get(j).add(i);
        }
        return this;
    }

    /** Paths through all the places in turn. */
    public PathNetwork connect(List<Place> chain) {
        for (int i = 1; i < chain.size(); i++) {
            connect(chain.get(i - 1), chain.get(i));
        }
        return this;
    }

    public List<Place> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /** Every straight piece once, as {from, to}. */
    public List<List<Place>> pieces() {
        List<List<Place>> pieces = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (int j : neighbours.get(i)) {
                if (i < j) {
                    pieces.add(List.of(nodes.get(i), nodes.get(j)));
                }
            }
        }
        return pieces;
    }

    /**
     * The shortest way, both ends included.
     *
     * @throws IllegalArgumentException if one of the two is no node, or there is no way
     */
    public List<Place> way(Place from, Place to) {
        Integer start = index.get(from);
        Integer goal = index.get(to);
        if (start == null || goal == null) {
            throw new IllegalArgumentException("not on the path network: " + (start == null ? from : to));
        }
        double[] metres = new double[nodes.size()];
        int[] before = new int[nodes.size()];
        Arrays.fill(metres, Double.POSITIVE_INFINITY);
        Arrays.fill(before, -1);
        metres[start] = 0;
        PriorityQueue<double[]> open =
                new PriorityQueue<>((a, b) -> a[0] != b[0] ? Double.compare(a[0], b[0]) : Double.compare(a[1], b[1]));
        open.add(new double[] {0, start});
        while (!open.isEmpty()) {
            double[] head = open.remove();
            int node = (int) head[1];
            if (head[0] > metres[node]) {
                continue;
            }
            for (int next : neighbours.get(node)) {
                double length = head[0] + nodes.get(node).distanceTo(nodes.get(next));
                if (length < metres[next]) {
                    metres[next] = length;
                    before[next] = node;
                    open.add(new double[] {length, next});
                }
            }
        }
        if (Double.isInfinite(metres[goal])) {
            throw new IllegalArgumentException("no way from " + from + " to " + to);
        }
        List<Place> way = new ArrayList<>();
        for (int node = goal; node >= 0; node = before[node]) {
            way.add(nodes.get(node));
        }
        Collections.reverse(way);
        return way;
    }

    private int node(Place place) {
        Integer known = index.get(place);
        if (known != null) {
            return known;
        }
        nodes.add(place);
        neighbours.add(new ArrayList<>());
        index.put(place, nodes.size() - 1);
        return nodes.size() - 1;
    }
}
