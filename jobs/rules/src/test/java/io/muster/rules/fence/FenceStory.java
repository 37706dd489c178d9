package io.muster.rules.fence;

import io.muster.rules.Step;
import io.muster.rules.fuse.Position;
import io.muster.rules.identify.Mark;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import io.muster.rules.person.PersonNotice;
import io.muster.rules.place.GateAt;
import io.muster.rules.place.Passage;
import io.muster.rules.place.Placed;
import io.muster.rules.place.Tolerances;
import io.muster.rules.place.ZoneAt;
import io.muster.rules.place.ZoneTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One person's walk through zones as text. A step is {@code "12s 3,4 f1 +-0.5"}: time, place, floor and accuracy (none and 0.3 m where nothing
 * is said); {@code @13s} is its ordering time where that differs, {@code =4s} since when positions say that the
 * person stands, {@code ~lab} their department. A zone is a rectangle {@code "x y, x y"} with an optional {@code f1}. Wake-ups
 * come as the operator brings them: exactly when asked for, inputs of the same instant first.
 */
final class FenceStory {
    static final Tolerances UWB = new Tolerances(2, 3_000, 1, 5_000, 1_000, 10_000);
    static final Tolerances RAW = new Tolerances(1, 0, 0, 0, 0, -1);

    private final FenceRule rule;
    private final Map<String, Rectangle> zones = new TreeMap<>();
    private final List<PresenceChange> changes = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private long notices;
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
            Tolerances tolerances,
            ZoneTraits traits) {

        double signedDistance(double x, double y) {
            double dx = Math.max(minX - x, x - maxX);
            double dy = Math.max(minY - y, y - maxY);
            if (dx <= 0 && dy <= 0) {
                return Math.max(dx, dy) + 0.0;
            }
            return Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
        }
    }

    FenceStory() {
        this(FenceOptions.standard());
    }

    FenceStory(FenceOptions options) {
        this.rule = new FenceRule(options);
    }

    FenceStory zone(String id, String corners, Tolerances tolerances) {
        return zone(id, corners, tolerances, ZoneTraits.NONE);
    }

    FenceStory zone(String id, String corners, Tolerances tolerances, ZoneTraits traits) {
        Double floor = null;
        List<Double> numbers = new ArrayList<>();
        for (String word : corners.split("[ ,]+")) {
            if (word.startsWith("f")) {
                floor = Double.valueOf(word.substring(1));
            } else {
                numbers.add(Double.valueOf(word));
            }
        }
        zones.put(
                id,
                new Rectangle(
                        numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), floor, tolerances, traits));
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
                around.add(new ZoneAt(id, distance, false, t, sure, zone.traits()));
            }
        });
        take(rule.onInput(state, FenceInput.of(new Placed(at, planVersion, around))));
    }

    /** A fix; since the one before the person was in a zone for some time. */
    FenceStory crosses(String step, String zone, String entered, String left) {
        Position at = position(step);
        wakeBefore(at.timeMillis());
        Passage passage = new Passage(zone, ZoneTraits.NONE, millis(entered), millis(left), 1, 2);
        take(rule.onInput(state, FenceInput.of(new Placed(at, planVersion, List.of(), List.of(passage)))));
        return this;
    }

    /** Through the gate "gate" at 0,0, which leads into these areas. */
    FenceStory passes(String when, PersonNotice.Kind direction, String... areas) {
        return says(when, direction, null, areas);
    }

    FenceStory releasedBy(String when, String by) {
        return says(when, PersonNotice.Kind.RELEASED, by);
    }

    /** @param when {@code "12s"}, or {@code "12s @15s"}: when it happened, and when it was heard of */
    FenceStory says(String when, PersonNotice.Kind kind, @Nullable String by, String... areas) {
        String[] times = when.split(" @");
        long event = millis(times[0]);
        long time = millis(times[times.length - 1]);
        wakeBefore(time);
        boolean isPass = kind == PersonNotice.Kind.PASSED_IN || kind == PersonNotice.Kind.PASSED_OUT;
        List<ZoneAt> into = new ArrayList<>();
        for (String area : new TreeSet<>(List.of(areas))) {
            Rectangle zone = Objects.requireNonNull(zones.get(area));
            into.add(new ZoneAt(area, 0, false, zone.tolerances(), true, zone.traits()));
        }
        PersonNotice notice = new PersonNotice(
                "plant", "wang", kind, isPass ? "gate" : null, by, time, event, "gate-passes", 0, ++notices);
        GateAt gate = isPass ? new GateAt("gate", 0, 0, null, 3, into) : null;
        take(rule.onInput(state, FenceInput.of(new NoticeAt(notice, Who.of("ops", "01"), planVersion, gate))));
        return this;
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

    private void take(Step<FenceState, FenceOutput> step) {
        state = step.next();
        wakeAt = step.wakeAtMillis();
        for (FenceOutput each : step.events()) {
            PresenceChange change = each.change();
            Refusal refusal = each.refusal();
            if (change != null) {
                changes.add(change);
            }
            if (refusal != null) {
                refusals.add(refusal);
            }
        }
    }

    Position position(String line) {
        String[] words = line.split(" ");
        long event = millis(words[0]);
        long time = event;
        Double floor = null;
        double accuracy = 0.3;
        Long standing = null;
        String department = "ops";
        String[] place = words[1].split(",");
        for (int i = 2; i < words.length; i++) {
            if (words[i].startsWith("@")) {
                time = millis(words[i].substring(1));
            } else if (words[i].startsWith("f")) {
                floor = Double.valueOf(words[i].substring(1));
            } else if (words[i].startsWith("=")) {
                standing = millis(words[i].substring(1));
            } else if (words[i].startsWith("~")) {
                department = words[i].substring(1);
            } else if (words[i].startsWith("+-")) {
                accuracy = Double.parseDouble(words[i].substring(2));
            }
        }
        return new Position(
                "plant",
                "wang",
                Who.of(department, "01"),
                "T7",
                Technology.UWB,
                Double.parseDouble(place[0]),
                Double.parseDouble(place[1]),
                0,
                floor,
                accuracy,
                standing,
                time,
                event,
                ++positions,
                List.<Mark>of());
    }

    List<Refusal> refusals() {
        return refusals;
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
        String what = c.crossing() == null
                ? c.from() + ">" + c.to()
                : c.crossing().name() + (c.to() == Presence.STALE ? " stale" : "");
        return seconds(c.timeMillis()) + " " + what + " " + c.fenceId() + " " + c.reason()
                + (c.by() == null ? "" : " by " + c.by()) + " since "
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
