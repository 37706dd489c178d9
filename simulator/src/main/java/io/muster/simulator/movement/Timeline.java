package io.muster.simulator.movement;

import java.util.Arrays;
import java.util.List;

/**
 * Stations with times between which a person goes straight and evenly. Before the first and after the last one the person stands. Where two stations are at the
 * same point with time between them, the person stands there and sways, softly at both ends, so that positions have no step.
 *
 * <p>Leg n leads from station n to station n + 1. A leg that changes floors is a stair: until half of its time the person is on the floor of its first
 * station, from then on on that of its second. On an absent leg the person is not on site; on a still one they do not sway.
 */
public final class Timeline {
    /** The sway grows and fades over this long, so that a walk begins exactly at the station. */
    private static final double FADE_MILLIS = 4_000;

    /** What a floor costs on a stair. */
    static final long STAIR_MILLIS = 12_000;

    private static final byte ABSENT = 1;
    private static final byte STILL = 2;

    private final long[] times;
    private final double[] xs;
    private final double[] ys;
    private final short[] floors;
    /** Of leg n; the last entry repeats that of the last leg. */
    private final byte[] flags;

    private Timeline(Builder builder) {
        int size = builder.size;
        times = Arrays.copyOf(builder.times, size);
        xs = Arrays.copyOf(builder.xs, size);
        ys = Arrays.copyOf(builder.ys, size);
        floors = Arrays.copyOf(builder.floors, size);
        flags = Arrays.copyOf(builder.flags, size);
        flags[size - 1] = size > 1 ? flags[size - 2] : 0;
    }

    public long startMillis() {
        return times[0];
    }

    public long endMillis() {
        return times[times.length - 1];
    }

    /** How many stations there are, 1 or more. */
    public int stations() {
        return times.length;
    }

    /** When the person is at the station; never before the one before it. */
    public long timeOf(int station) {
        return times[station];
    }

    public Place placeOf(int station) {
        return new Place(xs[station], ys[station], floors[station]);
    }

    /** Whether the person is off site from this station until the next one (after the last one: for good). */
    public boolean absentAfter(int station) {
        return (flags[station] & ABSENT) != 0;
    }

    /** Whether the person lies without the least movement from this station until the next one. */
    public boolean stillAfter(int station) {
        return (flags[station] & STILL) != 0;
    }

    /** Whether the person stands (with {@link Sway}, unless still) from this station until the next one. */
    public boolean standsAfter(int station) {
        return station >= times.length - 1 || (xs[station] == xs[station + 1] && ys[station] == ys[station + 1]);
    }

    /** The last station at or before this time; 0 before the first one. */
    public int stationAt(long millis) {
        int found = Arrays.binarySearch(times, millis);
        if (found < 0) {
            return Math.max(0, -found - 2);
        }
        // Of several stations at one time the last one decides what comes next.
        while (found + 1 < times.length && times[found + 1] == millis) {
            found++;
        }
        return found;
    }

    /** The place at {@code millis}, on the floor of the nearer station in time when a leg changes floors (a stair). */
    public void at(long millis, Sway sway, Pose out) {
        int last = times.length - 1;
        if (millis <= times[0] && (last == 0 || times[1] > times[0])) {
            out.set(xs[0], ys[0], floors[0], (flags[0] & ABSENT) != 0);
            return;
        }
        if (millis >= times[last]) {
            out.set(xs[last], ys[last], floors[last], (flags[last] & ABSENT) != 0);
            return;
        }
        int from = stationAt(millis);
        int to = from + 1;
        double span = times[to] - times[from];
        double share = Math.max(0, (millis - times[from]) / span);
        double x = xs[from] + (xs[to] - xs[from]) * share;
        double y = ys[from] + (ys[to] - ys[from]) * share;
        if (flags[from] == 0 && xs[from] == xs[to] && ys[from] == ys[to]) {
            double fade = Math.min(1, Math.min(millis - times[from], times[to] - millis) / FADE_MILLIS);
            x += fade * sway.x(millis);
            y += fade * sway.y(millis);
        }
        out.set(x, y, share < 0.5 ? floors[from] : floors[to], (flags[from] & ABSENT) != 0);
    }

    public static Builder from(Place start, long millis) {
        return new Builder(start, millis);
    }

    /** Grows a timeline station by station. */
    public static final class Builder {
        private long[] times = new long[16];
        private double[] xs = new double[16];
        private double[] ys = new double[16];
        private short[] floors = new short[16];
        private byte[] flags = new byte[16];
        private int size;

        private Builder(Place start, long millis) {
            add(start, millis, (byte) 0);
        }

        /** Stands at the present station until then; a moment already past changes nothing. */
        public Builder standUntil(long millis) {
            return stayUntil(millis, (byte) 0);
        }

        public Builder standFor(long millis) {
            return standUntil(now() + millis);
        }

        /** Lies at the present station until then, without the least movement. */
        public Builder lieUntil(long millis) {
            return stayUntil(millis, STILL);
        }

        /** Is off site until then, and comes back where they left. */
        public Builder absentUntil(long millis) {
            return stayUntil(millis, ABSENT);
        }

        /**
         * Goes straight to the place; a stair takes 12 s more a floor.
         *
         * @param speed metres per second
         */
        public Builder walkTo(Place place, double speed) {
            Place here = here();
            long millis = walkMillis(here, place, speed);
            if (millis > 0) {
                add(place, now() + millis, (byte) 0);
            }
            return this;
        }

        /** Goes along the places, the first of which may be the present one. */
        public Builder walkAlong(List<Place> way, double speed) {
            way.forEach(place -> walkTo(place, speed));
            return this;
        }

        public long now() {
            return times[size - 1];
        }

        /** The last station. */
        public Place here() {
            return new Place(xs[size - 1], ys[size - 1], floors[size - 1]);
        }

        public Timeline build() {
            return new Timeline(this);
        }

        private Builder stayUntil(long millis, byte flag) {
            if (millis > now()) {
                boolean goesOn = size > 1
                        && flags[size - 2] == flag
                        && xs[size - 1] == xs[size - 2]
                        && ys[size - 1] == ys[size - 2]
                        && floors[size - 1] == floors[size - 2];
                if (goesOn) {
                    times[size - 1] = millis;
                } else {
                    add(here(), millis, flag);
                }
            }
            return this;
        }

        /** @param flag of the leg that leads here */
        private void add(Place place, long millis, byte flag) {
            if (size == times.length) {
                times = Arrays.copyOf(times, size * 2);
                xs = Arrays.copyOf(xs, size * 2);
                ys = Arrays.copyOf(ys, size * 2);
                floors = Arrays.copyOf(floors, size * 2);
                flags = Arrays.copyOf(flags, size * 2);
            }
            if (size > 0) {
                flags[size - 1] = flag;
            }
            times[size] = millis;
            xs[size] = place.x();
            ys[size] = place.y();
            floors[size] = (short) place.floor();
            size++;
        }
    }

    /**
     * How long a straight piece takes, a stair 12 s more a floor; 0 where there is nothing to walk.
     *
     * @param speed metres per second
     */
    public static long walkMillis(Place from, Place to, double speed) {
        double metres = from.distanceTo(to);
        long climb = STAIR_MILLIS * Math.abs(to.floor() - from.floor());
        return metres > 0 || climb > 0 ? Math.max(1, Math.round(metres / speed * 1000)) + climb : 0;
    }

    /** How long a way takes, as {@link Builder#walkAlong} counts it. */
    public static long walkMillis(List<Place> way, double speed) {
        long millis = 0;
        for (int i = 1; i < way.size(); i++) {
            millis += walkMillis(way.get(i - 1), way.get(i), speed);
        }
        return millis;
    }
}
