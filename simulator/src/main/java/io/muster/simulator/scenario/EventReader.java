package io.muster.simulator.scenario;

import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list {@code events}: what happens on purpose. */
final class EventReader {
    private static final int MOST_PEOPLE = 100_000;
    private static final double MOST_METRES = 100_000;

    private final Section file;
    private final ClockTime clock;

    EventReader(Section file, ClockTime clock) {
        this.file = file;
        this.clock = clock;
    }

    List<Event> read() {
        List<Event> events = new ArrayList<>();
        for (Section section : file.sections("events", ScenarioKeys.EVENT)) {
            EventKind kind = section.word("kind", EventKind.class);
            if (kind == null) {
                section.missing("kind", "one of " + String.join(", ", Section.words(EventKind.class)));
            } else {
                events.add(event(section, kind));
            }
        }
        return events;
    }

    private Event event(Section section, EventKind kind) {
        fields(section, kind);
        List<Event.Step> steps = steps(section);
        long length = section.duration("for", 1, 0);
        if (!steps.isEmpty() && length > 0 && length <= last(steps).afterMillis()) {
            section.fault(
                    "for",
                    "ends before the last step, which comes after "
                            + Quantity.ofMillis(last(steps).afterMillis()));
        }
        List<String> who = section.texts("who");
        int size = section.count("size", 1, MOST_PEOPLE, 0);
        int most = steps.isEmpty() ? size : last(steps).size();
        if (most > 0 && who.size() > most) {
            section.fault("who", "names " + who.size() + " members, but " + most + " play");
        }
        if (ones(kind) && who.size() > 1) {
            section.fault("who", kind.wire() + " has one member, was " + who);
        }
        return new Event(
                kind,
                section.neededMoment("at", clock),
                section.duration("every", 1),
                length,
                section.text("zone"),
                place(section),
                section.text("crew"),
                who,
                size,
                steps,
                section.text("permit"),
                section.texts("muster"),
                section.count("missing", 0, MOST_PEOPLE, 0),
                section.truth("drill"),
                gas(section),
                section.text("gate"),
                section.line());
    }

    private static void fields(Section section, EventKind kind) {
        for (EventKind.Field field : EventKind.Field.values()) {
            String key = field.wire();
            if (kind.needed().contains(field)) {
                section.missing(key, "it, as " + kind.wire() + " needs it");
            } else if (!kind.allowed().contains(field) && section.has(key)) {
                section.fault(key, kind.wire() + " has no such key");
            }
        }
        if (section.has("zone") && section.has("place")) {
            section.fault("place", "either zone or place, not both");
        }
        boolean isSomewhere = kind == EventKind.GATHERING || kind == EventKind.GAS_ALARM;
        if (isSomewhere && !section.has("zone") && !section.has("place")) {
            section.missing("place", "zone or place, to know where");
        }
    }

    /** Kinds with one member each. */
    private static boolean ones(EventKind kind) {
        return switch (kind) {
            case MAN_DOWN,
                    SOS,
                    FALL,
                    VISITOR_OUT_OF_BOUNDS,
                    VISITOR_OVERRUN,
                    WRONG_POST,
                    MISSED_PATROL,
                    PASS_WITHOUT_TAG -> true;
            default -> false;
        };
    }

    private static @Nullable Place place(Section event) {
        Section section = event.section("place", ScenarioKeys.PLACE);
        if (section == null) {
            return null;
        }
        Double x = section.metres("x");
        Double y = section.metres("y");
        if (x == null) {
            section.missing("x", "metres from the plan's origin, such as 420 m");
        }
        if (y == null) {
            section.missing("y", "metres from the plan's origin, such as 215 m");
        }
        if (x == null || y == null || Math.abs(x) > MOST_METRES || Math.abs(y) > MOST_METRES) {
            return Place.ground(0, 0);
        }
        return new Place(x, y, section.count("floor", -20, 200, 0));
    }

    private static List<Event.Step> steps(Section event) {
        List<Event.Step> steps = new ArrayList<>();
        for (Section section : event.sections("steps", ScenarioKeys.STEP)) {
            int size = section.count("size", 1, 1_000, 0);
            if (size == 0) {
                section.missing("size", "how many are together from then on");
                continue;
            }
            Long after = section.duration("after", 0);
            if (after == null && !steps.isEmpty()) {
                section.missing("after", "a time after 'at' such as 60s");
                continue;
            }
            Event.Step step = new Event.Step(size, after == null ? 0 : after);
            if (!steps.isEmpty() && step.size() <= last(steps).size()) {
                section.fault(
                        "size",
                        "must be more than the step before, " + last(steps).size() + ", was " + size);
            }
            if (!steps.isEmpty() && step.afterMillis() <= last(steps).afterMillis()) {
                section.fault(
                        "after",
                        "must be later than the step before, "
                                + Quantity.ofMillis(last(steps).afterMillis()));
            }
            steps.add(step);
        }
        return steps;
    }

    private static Event.Step last(List<Event.Step> steps) {
        return steps.get(steps.size() - 1);
    }

    private static @Nullable String gas(Section section) {
        String gas = section.text("gas");
        if (gas != null && !gas.equals("flammable") && !gas.equals("toxic")) {
            section.fault("gas", "expected flammable or toxic, was '" + YamlTree.shown(gas) + "'");
        }
        return gas;
    }
}
