package io.muster.simulator.movement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stations with times between which a person goes straight and evenly. Before the first and after the last one the person stands. Where two stations are at the
 * same point with time between them, the person stands there and sways, softly at both ends, so that positions have no step.
 */
public final class Timeline {
    /** The sway grows and fades over this long, so that a walk begins exactly at the station. */
    private static final double FADE_MILLIS = 4_000;

    /** What a floor costs on a stair. */
    static final long STAIR_MILLIS = 12_000;

    private final long[] times;
    private final double[] xs;
    private final double[] ys;
    private final int[] floors;

    private Timeline(List<Place> places, long[] times) {
        this.times = times;
        xs = places.stream().mapToDouble(Place::x).toArray();
        ys = places.stream().mapToDouble(Place::y).toArray();
        floors = places.stream().mapToInt(Place::floor).toArray();
    }

    public long startMillis() {
        return times[0];
    }

    public long endMillis() {
        return times[times.length - 1];
    }

    /** The place at {@code millis}, on the floor of the nearer station in time when a leg changes floors (a stair). */
    public void at(long millis, Sway sway, Pose out) {
        int last = times.length - 1;
        if (millis <= times[0]) {
            out.set(xs[0], ys[0], floors[0]);
            return;
        }
        if (millis >= times[last]) {
            out.set(xs[last], ys[last], floors[last]);
            return;
        }
        int found = Arrays.binarySearch(times, millis);
        int to = found >= 0 ? found : -found - 1;
        int from = to - 1;
        double span = times[to] - times[from];
        double share = (millis - times[from]) / span;
        double x = xs[from] + (xs[to] - xs[from]) * share;
        double y = ys[from] + (ys[to] - ys[from]) * share;
        if (xs[from] == xs[to] && ys[from] == ys[to]) {
            double fade = Math.min(1, Math.min(millis - times[from], times[to] - millis) / FADE_MILLIS);
            x += fade * sway.x(millis);
            y += fade * sway.y(millis);
        }
        out.set(x, y, share < 0.5 ? floors[from] : floors[to]);
    }

    public static Builder from(Place start, long millis) {
        return new Builder(start, millis);
    }

    /** Grows a timeline station by station. */
    public static final class Builder {
        private final List<Place> places = new ArrayList<>();
        private final List<Long> times = new ArrayList<>();

        private Builder(Place start, long millis) {
            places.add(start);
            times.add(millis);
        }

        /** Stands at the present station until then; a moment already past changes nothing. */
        public Builder standUntil(long millis) {
            if (millis > now()) {
                add(here(), millis);
            }
            return this;
        }

        public Builder standFor(long millis) {
            return standUntil(now() + millis);
        }

        /**
         * Goes straight to the place; a stair takes 12 s more a floor.
         *
         * @param speed metres per second
         */
        public Builder walkTo(Place place, double speed) {
            double metres = here().distanceTo(place);
            long climb = STAIR_MILLIS * Math.abs(place.floor() - here().floor());
            if (metres > 0 || climb > 0) {
                add(place, now() + Math.max(1, Math.round(metres / speed * 1000)) + climb);
            }
            return this;
        }

        /** Goes along the places, the first of which may be the present one. */
        public Builder walkAlong(List<Place> way, double speed) {
            way.forEach(place -> walkTo(place, speed));
            return this;
        }

        public long now() {
            return times.get(times.size() - 1);
        }

        public Timeline build() {
            return new Timeline(
                    places, times.stream().mapToLong(Long::longValue).toArray());
        }

        private Place here() {
            return places.get(places.size() - 1);
        }

        private void add(Place place, long millis) {
            places.add(place);
            times.add(millis);
        }
    }
}
