package io.muster.simulator.movement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Paths that people walk on: straight pieces between nodes, on one floor or (a stair) between two. Shortest ways; ties go the same way every time. Once
 * nothing is connected any more it is safe for several threads: what was searched from one node is remembered for all ways from there.
 */
public final class PathNetwork {
    /** A floor on a stair costs the time of about so many metres. */
    private static final double STAIR_METRES = 15;
    /** Numbers kept in all remembered searches together, about 48 MB. */
    private static final int MOST_REMEMBERED = 4_000_000;

    private final List<Place> nodes = new ArrayList<>();
    private final Map<Place, Integer> index = new HashMap<>();
    private final List<List<Integer>> neighbours = new ArrayList<>();
    private final Map<Integer, Tree> trees = new ConcurrentHashMap<>();

    /** All shortest ways from one node: how far each node is, and which node comes before it. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Tree(double[] metres, int[] before) {}

    /** Adds the two places, if they are new, and a straight path in both directions. */
    public PathNetwork connect(Place a, Place b) {
        int i = node(a);
        int j = node(b);
        if (i != j && !neighbours.get(i).contains(j)) {
            neighbours.get(i).add(j);
            neighbours.get(j).add(i);
            trees.clear();
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

    public boolean hasNode(Place place) {
        return index.containsKey(place);
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
     * How far it is along the shortest way, a floor on a stair counted as 15 m; positive infinity if there is none.
     *
     * @throws IllegalArgumentException if one of the two is no node
     */
    public double metres(Place from, Place to) {
        int goal = known(to);
        return tree(known(from)).metres()[goal];
    }

    /**
     * The shortest way, both ends included.
     *
     * @throws IllegalArgumentException if one of the two is no node, or there is no way
     */
    public List<Place> way(Place from, Place to) {
        int start = known(from);
        int goal = known(to);
        Tree tree = tree(start);
        if (Double.isInfinite(tree.metres()[goal])) {
            throw new IllegalArgumentException("no way from " + from + " to " + to);
        }
        List<Place> way = new ArrayList<>();
        for (int node = goal; node >= 0; node = tree.before()[node]) {
            way.add(nodes.get(node));
        }
        Collections.reverse(way);
        return way;
    }

    private Tree tree(int start) {
        Tree known = trees.get(start);
        if (known == null) {
            known = search(start);
            if ((trees.size() + 1L) * nodes.size() > MOST_REMEMBERED) {
                trees.clear();
            }
            trees.put(start, known);
        }
        return known;
    }

    private Tree search(int start) {
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
                double length = head[0] + length(nodes.get(node), nodes.get(next));
                if (length < metres[next]) {
                    metres[next] = length;
                    before[next] = node;
                    open.add(new double[] {length, next});
                }
            }
        }
        return new Tree(metres, before);
    }

    private static double length(Place from, Place to) {
        return from.distanceTo(to) + STAIR_METRES * Math.abs(from.floor() - to.floor());
    }

    private int known(Place place) {
        Integer known = index.get(place);
        if (known == null) {
            throw new IllegalArgumentException("not on the path network: " + place);
        }
        return known;
    }

    private int node(Place place) {
        Integer known = index.get(place);
        if (known != null) {
            return known;
        }
        nodes.add(place);
        neighbours.add(new ArrayList<>());
        index.put(place, nodes.size() - 1);
        trees.clear();
        return nodes.size() - 1;
    }
}
