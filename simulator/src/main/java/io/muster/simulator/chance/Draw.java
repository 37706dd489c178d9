package io.muster.simulator.chance;

import java.nio.charset.StandardCharsets;

/**
 * A stream of random numbers that belongs to one (seed, name, index), so that what one person draws never moves what another one draws. SplitMix64, written
 * out here because the library's generators may change between Java versions and the same seed must give the same bytes.
 */
public final class Draw {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;
    private double spareGaussian = Double.NaN;

    private Draw(long state) {
        this.state = state;
    }

    /** The stream of (seed, name, index); equal arguments give equal streams. */
    public static Draw of(long seed, String name, long index) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * 0x100000001B3L;
        }
        return new Draw(mix(mix(seed + GAMMA) ^ mix(hash) ^ mix(index * GAMMA + 1)));
    }

    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** Uniform in [low, high], both included. */
    public long between(long low, long high) {
        return low + Math.floorMod(nextLong() >>> 1, high - low + 1);
    }

    /** Uniform in 0..bound-1. */
    public int below(int bound) {
        return (int) Math.floorMod(nextLong() >>> 1, (long) bound);
    }

    public boolean happens(double share) {
        return nextDouble() < share;
    }

    /** Normal with mean 0 and standard deviation 1 (polar method; StrictMath, so that every machine agrees). */
    public double gaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double spare = spareGaussian;
            spareGaussian = Double.NaN;
            return spare;
        }
        double u;
        double v;
        double s;
        do {
            u = 2 * nextDouble() - 1;
            v = 2 * nextDouble() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
        spareGaussian = v * factor;
        return u * factor;
    }

    /** The numbers 0..size-1 in a drawn order. */
    public int[] permutation(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
