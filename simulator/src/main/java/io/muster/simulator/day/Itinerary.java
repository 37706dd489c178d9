package io.muster.simulator.day;

import io.muster.simulator.day.Appointment.Activity;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.plant.Plant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One person's stays on site in their order, with the walks between them: whatever was added first stays as it is, what comes later takes what is left.
 * Between two stays one walks as late as needed to be on time.
 */
final class Itinerary {
    /** Nobody dawdles slower than this share of their speed; who has more time waits on the way. */
    private static final double SLOWEST_SHARE = 0.7;
    /** Who is expected somewhere hurries, metres per second. */
    private static final double HURRY = 1.5;

    private final Plant plant;
    private final double speed;
    private final List<Stay> stays = new ArrayList<>();
    private final Map<Leg, List<Place>> ways = new HashMap<>();

    private record Leg(Place from, Place to) {}

    Itinerary(Plant plant, double speed) {
        this.plant = plant;
        this.speed = speed;
    }

    /** The beginning or the end of it all, which everything else has to reach; added before all others. */
    void border(Place place, long millis) {
        stays.add(Stay.at(place, millis, millis));
    }

    /**
     * How much too late the member would be for this stay, or for the one after it, even in a hurry, ms; 0 or less = it fits.
     *
     * @throws IllegalArgumentException if there is no way
     */
    long lateMillis(Stay stay) {
        int next = indexAfter(stay.fromMillis());
        if (next == 0 || next == stays.size()) {
            return Long.MAX_VALUE;
        }
        Stay last = stays.get(next - 1);
        Stay then = stays.get(next);
        long before = last.untilMillis() + hurryMillis(last, stay) - stay.fromMillis();
        long after = stay.untilMillis() + hurryMillis(stay, then) - then.fromMillis();
        return Math.max(before, after);
    }

    /** Adds it whole if it fits; a stay without a way does not. */
    boolean addWhole(Stay stay) {
        if (!hasWay(stay) || lateMillis(stay) > 0) {
            return false;
        }
        stays.add(indexAfter(stay.fromMillis()), stay);
        return true;
    }

    /** Adds what fits of it, in every gap that it touches, no piece shorter than this. */
    void addPieces(Stay stay, long leastMillis) {
        if (stay.untilMillis() - stay.fromMillis() < leastMillis || !hasWay(stay)) {
            return;
        }
        for (int next = 1; next < stays.size(); next++) {
            Stay before = stays.get(next - 1);
            Stay after = stays.get(next);
            if (after.fromMillis() - before.untilMillis() < leastMillis
                    || after.fromMillis() <= stay.fromMillis()
                    || before.untilMillis() >= stay.untilMillis()) {
                continue;
            }
            long from = Math.max(stay.fromMillis(), before.untilMillis() + walkMillis(before, stay));
            long until = Math.min(stay.untilMillis(), after.fromMillis() - walkMillis(stay, after));
            if (until - from >= leastMillis) {
                stays.add(next, stay.between(from, until));
                next++;
            }
        }
    }

    /** Everything walked through, from the first border to the last one. */
    void write(Timeline.Builder timeline) {
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.get(i);
            if (i > 0) {
                walk(stays.get(i - 1), stay, timeline);
            }
            if (stay.activity() == Activity.LIE) {
                timeline.lieUntil(stay.untilMillis());
            } else {
                timeline.standUntil(stay.untilMillis());
            }
        }
    }

    private void walk(Stay from, Stay to, Timeline.Builder timeline) {
        List<Place> way = way(from, to);
        long needed = Timeline.walkMillis(way, speed);
        long spare = to.fromMillis() - from.untilMillis() - needed;
        if (needed == 0) {
            timeline.standUntil(to.fromMillis());
            return;
        }
        // Every piece is rounded to a whole millisecond; a little less time than there is keeps the arrival punctual.
        long flat = needed - stairMillis(way);
        long time = flat + spare - way.size();
        if (flat > 0 && time > 0 && to.paced()) {
            timeline.walkAlong(way, speed * flat / time);
        } else if (flat > 0 && time > 0 && (spare < 0 || (time > flat && flat >= time * SLOWEST_SHARE))) {
            timeline.walkAlong(way, Math.min(Math.max(speed, HURRY), speed * flat / time));
        } else if (spare <= way.size()) {
            timeline.walkAlong(way, speed);
        } else if (way.size() == 2) {
            timeline.walkTo(way.get(0).towards(way.get(1), way.get(0).distanceTo(way.get(1)) / 2), speed)
                    .standFor(spare)
                    .walkTo(way.get(1), speed);
        } else {
            int half = way.size() / 2 + 1;
            timeline.walkAlong(way.subList(0, half), speed)
                    .standFor(spare)
                    .walkAlong(way.subList(half, way.size()), speed);
        }
        timeline.standUntil(to.fromMillis());
    }

    private static long stairMillis(List<Place> way) {
        // At a speed without end only the stairs take time; each piece costs at least 1 ms.
        return Math.max(0, Timeline.walkMillis(way, 1e9) - way.size());
    }

    private boolean hasWay(Stay stay) {
        try {
            walkMillis(stays.get(0), stay);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private long walkMillis(Stay from, Stay to) {
        return Timeline.walkMillis(way(from, to), speed);
    }

    private long hurryMillis(Stay from, Stay to) {
        List<Place> way = way(from, to);
        return way.size() < 2 ? 0 : Timeline.walkMillis(way, Math.max(speed, HURRY)) + way.size();
    }

    private List<Place> way(Stay from, Stay to) {
        List<Place> via = to.via();
        if (via != null && via.get(0).equals(from.place())) {
            return via;
        }
        return ways.computeIfAbsent(new Leg(from.place(), to.place()), leg -> plant.way(leg.from(), leg.to()));
    }

    /** Of the first stay that begins after this time; the last border if there is none. */
    private int indexAfter(long millis) {
        int index = 0;
        while (index < stays.size() && stays.get(index).fromMillis() <= millis) {
            index++;
        }
        return index;
    }
}
