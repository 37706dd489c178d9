package io.muster.simulator.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stretches of simulated time, {@code [from, until)} each, in order and apart from each other. Grows at its end only. */
final class Spans {
    private long[] bounds = new long[4];
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long from(int index) {
        return bounds[2 * index];
    }

    long until(int index) {
        return bounds[2 * index + 1];
    }

    long length(int index) {
        return until(index) - from(index);
    }

    /** One stretch more, not before the last one; one that touches the last one makes it longer. An empty one is nothing. */
    void add(long from, long until) {
        if (from >= until) {
            return;
        }
        if (size > 0 && from <= until(size - 1)) {
            bounds[2 * size - 1] = Math.max(until(size - 1), until);
            return;
        }
        if (2 * size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 4 * size);
        }
        bounds[2 * size] = from;
        bounds[2 * size + 1] = until;
        size++;
    }

    /** One stretch more that ends no earlier than all others but may begin anywhere; a gap of up to {@code gap} is closed. */
    void join(long from, long until, long gap) {
        long begin = from;
        while (size > 0 && begin - gap <= until(size - 1)) {
            begin = Math.min(begin, from(size - 1));
            size--;
        }
        add(begin, until);
    }

    /** The stretch that holds the moment, or -1. */
    int indexAt(long millis) {
        int index = firstEndingAfter(millis);
        return index < size && from(index) <= millis ? index : -1;
    }

    boolean covers(long millis) {
        return indexAt(millis) >= 0;
    }

    /** The first stretch that ends after the moment; {@link #size} if there is none. */
    int firstEndingAfter(long millis) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (until(middle) <= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether some part of {@code [from, until)} is in it. */
    boolean touches(long from, long until) {
        int index = firstEndingAfter(from);
        return index < size && from(index) < until;
    }

    /** What is in this and not in the other. */
    Spans minus(Spans other) {
        if (other.isEmpty()) {
            return this;
        }
        Spans rest = new Spans();
        for (int i = 0; i < size; i++) {
            long from = from(i);
            for (int j = other.firstEndingAfter(from); j < other.size && other.from(j) < until(i); j++) {
                rest.add(from, Math.max(from, other.from(j)));
                from = Math.max(from, other.until(j));
            }
            rest.add(from, until(i));
        }
        return rest;
    }

    /** What is in this or in the other. */
    Spans plus(Spans other) {
        return other.isEmpty() ? this : ofUnsorted(List.of(this, other));
    }

    /** What is in both. */
    Spans and(Spans other) {
        Spans both = new Spans();
        for (int i = 0; i < size; i++) {
            for (int j = other.firstEndingAfter(from(i)); j < other.size && other.from(j) < until(i); j++) {
                both.add(Math.max(from(i), other.from(j)), Math.min(until(i), other.until(j)));
            }
        }
        return both;
    }

    /** What is between {@code from} and {@code until} and not in this. */
    Spans complement(long from, long until) {
        Spans all = new Spans();
        all.add(from, until);
        return all.minus(this);
    }

    /** Everything that is in one of them. */
    static Spans ofUnsorted(List<Spans> parts) {
        List<long[]> all = new ArrayList<>();
        for (Spans part : parts) {
            for (int i = 0; i < part.size; i++) {
                all.add(new long[] {part.from(i), part.until(i)});
            }
        }
        all.sort((a, b) -> Long.compare(a[0], b[0]));
        Spans union = new Spans();
        all.forEach(each -> union.add(each[0], each[1]));
        return union;
    }

    /** As {@code from-until, from-until}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            words.add(from(i) + "-" + until(i));
        }
        return String.join(", ", words);
    }
}
