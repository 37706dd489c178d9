package io.muster.simulator.scenario;

import io.muster.simulator.movement.Place;
import io.muster.simulator.radio.ChannelOptions;
import io.muster.simulator.radio.Excursion;
import io.muster.simulator.radio.Fault;
import io.muster.simulator.radio.FaultKind;
import io.muster.simulator.radio.RadioOptions;
import io.muster.simulator.radio.Ranging;
import io.muster.simulator.radio.Vendors;
import io.muster.simulator.scenario.Crew.Role;
import io.muster.simulator.scenario.Crew.Tags;
import io.muster.simulator.scenario.EventKind.Field;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scenarios of every kind of content, each valid as far as no plan is asked; a pure function of the seed. */
final class RandomScenarios {
    private static final long HOUR = 3_600_000;
    private static final List<String> TEXTS = List.of(
            "一车间",
            "O'Hara: \"x\"",
            "yes",
            "07:30",
            "a # b",
            " lead",
            "- item",
            "{x}",
            "tab\tend",
            "a\u2028b",
            "\uD83D\uDE00",
            "%");

    private final Random random;

    private RandomScenarios(long seed) {
        random = new Random(seed);
    }

    static Scenario of(long seed) {
        return new RandomScenarios(seed).scenario();
    }

    private Scenario scenario() {
        long duration = 2 * HOUR + random.nextInt(36_000_000);
        List<Shift> shifts =
                List.of(new Shift("all", -random.nextInt(1000), duration), new Shift("late", HOUR, 9 * HOUR));
        List<Crew> crews = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            crews.add(crew("crew-" + i, i == 0));
        }
        List<Event> events = new ArrayList<>();
        for (int i = random.nextInt(20); i > 0; i--) {
            events.add(event(one(EventKind.values()), crews));
        }
        List<Fault> faults = new ArrayList<>();
        for (int i = random.nextInt(10); i > 0; i--) {
            faults.add(fault(one(FaultKind.values())));
        }
        events.sort(Comparator.comparingLong(Event::atMillis));
        faults.sort(Comparator.comparingLong(Fault::atMillis));
        boolean own = random.nextBoolean();
        return new Scenario(
                "random",
                one(TEXTS),
                own ? "plans/my plan.geojson" : Scenario.DEMO_PLAN,
                own ? "plans/ways.geojson" : null,
                OffsetDateTime.parse("2026-11-23T07:15:30.5+08:00").plusSeconds(random.nextInt(1_000_000)),
                duration,
                200 + random.nextInt(99_000),
                random.nextInt(1_000_000),
                shifts,
                crews,
                events,
                new RadioOptions(ranging(), ranging(), channel()),
                faults);
    }

    /** The first one has a share, a permit and rounds. */
    private Crew crew(String id, boolean first) {
        boolean works = random.nextBoolean();
        boolean visits = !first && random.nextInt(4) == 0;
        Role role = visits ? Role.VISITOR : one(Role.values());
        role = role == Role.VISITOR && !visits ? Role.OFFICE : role;
        boolean walks = first || random.nextBoolean();
        return new Crew(
                id,
                role,
                first ? null : Integer.valueOf(2 + random.nextInt(8)),
                first ? Double.valueOf(0.1 + random.nextDouble()) : null,
                random.nextBoolean() ? List.of() : List.of(id + " " + one(TEXTS)),
                first ? null : random.nextBoolean() ? "all" : null,
                one(TEXTS),
                one("01", "02", "03"),
                !first && random.nextBoolean() ? null : "gate-guard",
                random.nextBoolean() ? Crew.SPOTS : "unit-" + random.nextInt(9),
                works ? List.of("unit-01", one(TEXTS)) : List.of(),
                works ? 1 + random.nextInt(2) : 0,
                walks ? List.of("point-1", "point-2") : List.of(),
                walks ? 60_000 + random.nextInt(10_000_000) : 0,
                one(Tags.values()),
                random.nextBoolean()
                        ? null
                        : new Crew.Meeting("unit-02", random.nextInt(1000), 1 + random.nextInt(1000)),
                random.nextBoolean() ? null : new Crew.Meal("canteen", HOUR, HOUR + 2000 + random.nextInt(1000), 2000),
                first ? new Crew.Permit("HW-1", "70", "unit-03", 0, 2 * HOUR, "crew-0#2") : null,
                visits ? "crew-0" : null,
                0);
    }

    private Event event(EventKind kind, List<Crew> crews) {
        long at = random.nextInt((int) HOUR);
        boolean steps = has(kind, Field.STEPS);
        boolean one = kind.needed().contains(Field.WHO);
        long length = has(kind, Field.FOR) ? 600_000 + random.nextInt(600_000) : 0;
        boolean zone = has(kind, Field.ZONE);
        boolean cast = !one && has(kind, Field.CREW);
        boolean named = !one && has(kind, Field.WHO);
        List<Event.Step> growing = List.of(new Event.Step(3, 0), new Event.Step(5, 1 + random.nextInt(100_000)));
        boolean ofVisitors = kind == EventKind.VISITOR_OUT_OF_BOUNDS || kind == EventKind.VISITOR_OVERRUN;
        String who = ofVisitors ? visitor(crews) : "crew-0#" + (1 + random.nextInt(100));
        if (who == null) {
            return event(EventKind.SOS, crews);
        }
        return new Event(
                kind,
                at,
                random.nextBoolean() ? null : Long.valueOf(length + HOUR),
                length,
                zone ? kind == EventKind.MISSED_PATROL ? "point-1" : "unit-02" : null,
                !zone && has(kind, Field.PLACE) ? place() : null,
                cast ? "crew-0" : null,
                one ? List.of(who) : named ? List.of("crew-0#1", "crew-0#2") : List.of(),
                has(kind, Field.SIZE) ? 3 + random.nextInt(5) : 0,
                steps ? growing : List.of(),
                has(kind, Field.PERMIT) ? "HW-1" : null,
                has(kind, Field.MUSTER) ? List.of("muster-1", "muster-2") : List.of(),
                has(kind, Field.MISSING) ? random.nextInt(3) : 0,
                has(kind, Field.DRILL),
                has(kind, Field.GAS) ? one("flammable", "toxic") : null,
                has(kind, Field.GATE) ? "gate-1" : null,
                0);
    }

    /** Needed, or allowed and drawn; where a place may stand for a zone, one of the two. */
    private boolean has(EventKind kind, Field field) {
        boolean either =
                field == Field.PLACE || (field == Field.ZONE && !kind.needed().contains(Field.ZONE));
        return kind.needed().contains(field)
                || (kind.allowed().contains(field) && (either ? kindOfPlace(field, kind) : random.nextBoolean()));
    }

    private static boolean kindOfPlace(Field field, EventKind kind) {
        return field == Field.PLACE || !kind.allowed().contains(Field.PLACE);
    }

    private static @Nullable String visitor(List<Crew> crews) {
        return crews.stream()
                .filter(crew -> crew.role() == Role.VISITOR)
                .map(crew -> crew.id() + "#1")
                .findFirst()
                .orElse(null);
    }

    private Place place() {
        return new Place(random.nextDouble() * 1000, -random.nextDouble() * 1000, random.nextInt(4) - 1);
    }

    private Fault fault(FaultKind kind) {
        Set<String> needs = ScenarioKeys.FAULT_NEEDS.getOrDefault(kind, Set.of());
        Set<String> may = ScenarioKeys.FAULT_MAY.getOrDefault(kind, Set.of());
        boolean lasts = needs.contains("for") || (may.contains("for") && random.nextBoolean());
        boolean later = needs.contains("at") || (may.contains("at") && random.nextBoolean());
        List<String> who = kind == FaultKind.TAG_SWAP ? List.of("crew-0#1", "crew-0#2") : List.of("crew-0#3");
        return new Fault(
                kind,
                later ? random.nextInt((int) HOUR) : 0,
                lasts ? Long.valueOf(1 + random.nextInt(100_000)) : null,
                needs.contains("vendor") ? one(Vendors.ALL) : null,
                needs.contains("zone") ? "unit-05" : null,
                needs.contains("who") ? who : List.of(),
                needs.contains("loss") ? random.nextDouble() : 0,
                needs.contains("offset") ? random.nextInt(20_000) - 10_000 : 0,
                needs.contains("drift_ppm") ? random.nextDouble() * 100 - 50 : 0,
                0);
    }

    private Ranging ranging() {
        return new Ranging(
                1 + random.nextInt(10_000),
                random.nextDouble() * 5,
                random.nextDouble(),
                random.nextDouble() * 5,
                random.nextDouble(),
                excursion(random.nextDouble() * 30),
                excursion(random.nextDouble() * 30),
                excursion(0));
    }

    private Excursion excursion(double metres) {
        return random.nextBoolean()
                ? Excursion.NONE
                : new Excursion(0.1 + random.nextDouble() * 100, metres, 1 + random.nextInt(100_000));
    }

    private ChannelOptions channel() {
        long least = random.nextInt(1000);
        return new ChannelOptions(
                least,
                least + random.nextInt(1000),
                random.nextDouble() / 2,
                random.nextDouble() / 2,
                random.nextDouble() / 2,
                300 + random.nextInt(10_000));
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
