package io.muster.simulator.truth;

import java.util.Arrays;

/** Who possibly is near whom at present. */
final class Neighbours {
    private final int[][] near;
    private final int[] sizes;

    Neighbours(int people) {
        near = new int[people][];
        sizes = new int[people];
        Arrays.fill(near, new int[0]);
    }

    int count(int person) {
        return sizes[person];
    }

    int of(int person, int index) {
        return near[person][index];
    }

    void connect(int a, int b) {
        add(a, b);
        add(b, a);
    }

    void part(int a, int b) {
        remove(a, b);
        remove(b, a);
    }

    void clear(int person) {
        sizes[person] = 0;
    }

    private void add(int person, int other) {
        if (sizes[person] == near[person].length) {
            near[person] = Arrays.copyOf(near[person], Math.max(4, 2 * sizes[person]));
        }
        near[person][sizes[person]++] = other;
    }

    private void remove(int person, int other) {
        int[] all = near[person];
        for (int i = 0; i < sizes[person]; i++) {
            if (all[i] == other) {
                all[i] = all[--sizes[person]];
                return;
            }
        }
    }
}
