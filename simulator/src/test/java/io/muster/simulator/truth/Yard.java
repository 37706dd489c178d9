package io.muster.simulator.truth;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import io.muster.contract.value.TruthLine;
import io.muster.simulator.event.Played;
import io.muster.simulator.movement.CycleMotion;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Sway;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Tag;
import io.muster.simulator.radio.Fault;
import io.muster.simulator.radio.RadioFaults;
import io.muster.simulator.radio.RadioOptions;
import io.muster.simulator.radio.ZoneTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A flat plant for stories: boxes, people with their ways, and what the truth says in words, with times in milliseconds. */
final class Yard {
    static final long DURATION = 1_000_000;

    private final StringBuilder features = new StringBuilder();
    private final List<Timeline> ways = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<Tag.Technology> technologies = new ArrayList<>();
    Doubts doubts = Doubts.NONE;
    List<Played> played = List.of();
    List<Fault> faults = List.of();
    private long duration = DURATION;

    Yard lasting(long millis) {
        duration = millis;
        return this;
    }

    /** @param muster further words of {@code properties.muster}, JSON without braces */
    Yard box(String id, double x, double y, double width, double height, String muster) {
        return box(id, x, y, width, height, 0, muster);
    }

    Yard box(String id, double x, double y, double width, double height, int floor, String muster) {
        String ring = "[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]"
                .formatted(x, y, x + width, y, x + width, y + height, x, y + height, x, y);
        features.append(features.isEmpty() ? "" : ",").append("""
                {"type": "Feature", "id": "%s", "geometry": {"type": "Polygon", "coordinates": [%s]},
                 "properties": {"name": "%s", "floor": %d, "muster": {%s}}}""".formatted(id, ring, id, floor, muster));
        return this;
    }

    Yard person(Timeline way) {
        return person("01", Tag.Technology.UWB, way);
    }

    Yard person(String type, Tag.Technology technology, Timeline way) {
        ways.add(way);
        types.add(type);
        technologies.add(technology);
        return this;
    }

    /** Stands there all the time. */
    Yard standing(double x, double y) {
        return person(Timeline.from(Place.ground(x, y), 0).standUntil(duration).build());
    }

    /** Stands at a place, walks straight to another one at 1 m/s so as to cross half of the way at a moment, and walks back later likewise. */
    static Timeline there(Place home, Place there, long crossing, long back) {
        long half = Math.round(home.distanceTo(there) * 500);
        return Timeline.from(home, 0)
                .standUntil(crossing - half)
                .walkTo(there, 1)
                .standUntil(back - half)
                .walkTo(home, 1)
                .build();
    }

    Plan plan() {
        String text = """
                {"type": "FeatureCollection", "name": "yard", "muster": {"site": "yard", "crs": "local"}, "features": [%s]}""".formatted(features);
        try {
            return PlanReader.read("yard", text.getBytes(StandardCharsets.UTF_8), PlanOverrides.none());
        } catch (PlanFaults e) {
            throw new IllegalArgumentException(e);
        }
    }

    List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            Timeline way = ways.get(i);
            List<Tag> tags = List.of(new Tag("tag-" + i, technologies.get(i)));
            CycleMotion motion = new CycleMotion(duration, cycle -> way, Sway.none());
            people.add(new Person(i, "p" + i, null, "d", types.get(i), tags, motion));
        }
        return people;
    }

    ShiftTruth keeper() {
        List<Person> people = people();
        Map<String, ZoneTest> zones = new HashMap<>();
        plan().fences().forEach(fence -> zones.put(fence.foreignId(), ZoneTest.of(fence)));
        RadioFaults radio = new RadioFaults(faults, people, RadioOptions.defaults(), zones, duration);
        return new ShiftTruth(
                plan(), people, RadioOptions.defaults(), doubts, new Faults(faults, radio), cycle -> played, duration);
    }

    /** Those that must be raised. */
    List<String> truths(long untilMillis) {
        return alarms(untilMillis).stream()
                .filter(line -> !line.endsWith(" tolerated"))
                .toList();
    }

    /** Alarms until then in words: kind, subject, onset, due, end, who, and what is special about it. */
    List<String> alarms(long untilMillis) {
        Plan plan = plan();
        return keeper().truth(untilMillis, 0).alarms().stream()
                .map(line -> words(plan, line))
                .toList();
    }

    static String words(Plan plan, TruthLine line) {
        PlanFence fence = plan.fence(line.subject().id());
        var due = line.due();
        var end = line.end();
        return "%s %s %d due %s end %s %s%s%s"
                .formatted(
                        line.kind().wire(),
                        fence == null ? line.subject().id() : fence.foreignId(),
                        line.onset().toEpochMilli(),
                        due == null ? "-" : due.toEpochMilli(),
                        end == null ? "-" : end.toEpochMilli(),
                        String.join(",", line.trackableIds()),
                        line.level() == null ? "" : " " + line.level().wire(),
                        line.tolerated() ? " tolerated" : "");
    }
}
