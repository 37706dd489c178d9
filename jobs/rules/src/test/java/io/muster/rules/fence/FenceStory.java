package io.muster.rules.fence;

import io.muster.rules.Step;
import io.muster.rules.fuse.Position;
import io.muster.rules.identify.Mark;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import io.muster.rules.place.Placed;
import io.muster.rules.place.Tolerances;
import io.muster.rules.place.ZoneAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One person's walk through zones as text. A step is {@code "12s 3,4 f1 +-0.5"}: time, place, floor and accuracy (none and 0.3 m where nothing
 * is said); {@code @13s} is its ordering time where that differs. A zone is a rectangle {@code "x y, x y"} with an optional {@code f1}. Wake-ups
 * come as the operator brings them: exactly when asked for, inputs of the same instant first.
 */
final class FenceStory {
    static final Tolerances UWB = new Tolerances(2, 3_000, 1, 5_000, 1_000, 10_000);
    static final Tolerances RAW = new Tolerances(1, 0, 0, 0, 0, -1);

    private final FenceRule rule = new FenceRule();
    private final Map<String, Rectangle> zones = new TreeMap<>();
    private final List<PresenceChange> changes = new ArrayList<>();
    private @Nullable FenceState state;
    private @Nullable Long wakeAt;
    private String planVersion = "v1";
    private long positions;

    /** A zone that a person walks into: written for the test, not the product's geometry. */
    record Rectangle(
            double minX,
            double minY,
            double maxX,
            double maxY,
            @Nullable Double floor,
            Tolerances tolerances) {

        double signedDistance(double x, double y) {
            double dx = Math.max(minX - x, x - maxX);
            double dy = Math.max(minY - y, y - maxY);
            if (dx <= 0 && dy <= 0) {
                return Math.max(dx, dy) + 0.0;
            }
            return Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
        }
    }

    FenceStory zone(String id, String corners, Tolerances tolerances) {
        Double floor = null;
        List<Double> numbers = new ArrayList<>();
        for (String word : corners.split("[ ,]+")) {
            if (word.startsWith("f")) {
                floor = Double.valueOf(word.substring(1));
            } else {
                numbers.add(Double.valueOf(word));
            }
        }
        zones.put(id, new Rectangle(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), floor, tolerances));
        return this;
    }

    FenceStory zone(String id, String corners) {
        return zone(id, corners, UWB);
    }

    FenceStory planWithout(String id) {
        zones.remove(id);
        planVersion = "v2";
        return this;
    }

    FenceStory walks(String... steps) {
        for (String step : steps) {
            walk(position(step));
        }
        return this;
    }

    void walk(Position at) {
        wakeBefore(at.timeMillis());
        List<ZoneAt> around = new ArrayList<>();
        zones.forEach((id, zone) -> {
            double distance = zone.signedDistance(at.x(), at.y());
            Tolerances t = zone.tolerances();
            Double floor = at.floor();
            boolean sure = zone.floor() == null || floor != null;
            if (distance <= t.exitToleranceMetres()
                    && (zone.floor() == null || floor == null || floor.equals(zone.floor()))) {
                around.add(new ZoneAt(
                        id,
                        distance,
                        false,
                        t.entryConfirmCount(),
                        t.entryConfirmMillis(),
                        t.exitToleranceMetres(),
                        t.toleranceTimeoutMillis(),
                        t.exitDelayMillis(),
                        t.staleAfterMillis(),
                        sure));
            }
        });
        take(rule.onInput(state, new Placed(at, planVersion, around)));
    }

    /** Nothing is heard until then, and including then. */
    FenceStory silentUntil(String time) {
        wakeBefore(millis(time) + 1);
        return this;
    }

    private void wakeBefore(long timeMillis) {
        while (wakeAt != null && wakeAt < timeMillis) {
            if (state == null) {
                throw new AssertionError("a forgotten key asked to be woken");
            }
            long now = wakeAt;
            take(rule.onWake(state, now));
            if (wakeAt != null && wakeAt <= now) {
                throw new AssertionError("asked to be woken at " + wakeAt + ", which is not after " + now);
            }
        }
    }

    private void take(Step<FenceState, PresenceChange> step) {
        state = step.next();
        wakeAt = step.wakeAtMillis();
        changes.addAll(step.events());
    }

    Position position(String line) {
        String[] words = line.split(" ");
        long event = millis(words[0]);
        long time = event;
        Double floor = null;
        double accuracy = 0.3;
        String[] place = words[1].split(",");
        for (int i = 2; i < words.length; i++) {
            if (words[i].startsWith("@")) {
                time = millis(words[i].substring(1));
            } else if (words[i].startsWith("f")) {
                floor = Double.valueOf(words[i].substring(1));
            } else if (words[i].startsWith("+-")) {
                accuracy = Double.parseDouble(words[i].substring(2));
            }
        }
        return new Position(
                "plant",
                "wang",
                Who.of("ops", "01"),
                "T7",
                Technology.UWB,
                Double.parseDouble(place[0]),
                Double.parseDouble(place[1]),
                0,
                floor,
                accuracy,
                null,
                time,
                event,
                ++positions,
                List.<Mark>of());
    }

    List<PresenceChange> changes() {
        return changes;
    }

    /** Each change as {@code "12s ENTRY tank crossing since 11s"}; what is no fence event shows its states. */
    List<String> told() {
        return changes.stream().map(FenceStory::text).toList();
    }

    @Nullable
    FenceState state() {
        return state;
    }

    @Nullable
    Long wakeAt() {
        return wakeAt;
    }

    static String text(PresenceChange c) {
        String what =
                c.crossing() == null ? c.from() + ">" + c.to() : c.crossing().name();
        return seconds(c.timeMillis()) + " " + what + " " + c.fenceId() + " " + c.reason() + " since "
                + seconds(c.sinceMillis())
                + (c.crossing() == Crossing.EXIT ? " dwell " + seconds(c.dwellMillis()) : "");
    }

    static String seconds(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis / 1000.0 + "s";
    }

    static long millis(String seconds) {
        return Math.round(Double.parseDouble(seconds.substring(0, seconds.length() - 1)) * 1000);
    }
}
