package io.muster.simulator.explore;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import io.muster.simulator.radio.ChannelOptions;
import io.muster.simulator.radio.Excursion;
import io.muster.simulator.radio.Fault;
import io.muster.simulator.radio.FaultKind;
import io.muster.simulator.radio.RadioOptions;
import io.muster.simulator.radio.Ranging;
import io.muster.simulator.radio.Vendors;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Event;
import io.muster.simulator.scenario.EventKind;
import io.muster.simulator.scenario.Scenario;
import io.muster.simulator.scenario.Shift;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An hour of the demo plant, drawn from a seed: who is there, what goes wrong, how bad the radio is. Events and faults end eight minutes before the hour does, so
 * that everything has time to settle.
 */
public final class RandomScenario {
    private static final long MINUTE = 60_000;
    private static final long DURATION = 60 * MINUTE;
    /** Everything that is meant begins after this, and is over before {@link #LAST}. */
    private static final long FIRST = 4 * MINUTE;

    private static final long LAST = 52 * MINUTE;
    private static final List<String> ZONES =
            List.of("unit-02", "unit-04", "unit-07", "unit-08-floor-1", "unit-14", "tank-dike-1", "loading-bay");
    private static final List<Place> OPEN =
            List.of(Place.ground(420, 215), Place.ground(140, 215), Place.ground(300, 215), Place.ground(560, 235));
    private static final String PLAYERS = "players";
    private static final String EARLY = "early";

    private final Draw draw;
    private final List<Event> events = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private RandomScenario(long seed) {
        this.draw = Draw.of(seed, "explore", 0);
    }

    /** The scenario of a seed; equal seeds, equal scenarios. */
    public static Scenario of(long seed) {
        return new RandomScenario(seed).scenario(seed);
    }

    private Scenario scenario(long seed) {
        List<Crew> crews = crews();
        int people = crews.stream()
                .mapToInt(crew -> crew.size() == null ? 0 : crew.size())
                .sum();
        for (int i = draw.below(8) + 3; i > 0; i--) {
            event();
        }
        for (int i = draw.below(5); i > 0; i--) {
            fault();
        }
        events.sort(Comparator.comparingLong(Event::atMillis));
        faults.sort(Comparator.comparingLong(Fault::atMillis));
        return new Scenario(
                "explore-" + seed,
                "A random hour, seed " + seed,
                Scenario.DEMO_PLAN,
                null,
                OffsetDateTime.parse("2026-07-01T08:00:00+08:00"),
                DURATION,
                people,
                seed,
                List.of(new Shift(EARLY, -60 * MINUTE, 30 * MINUTE)),
                crews,
                events,
                radio(),
                faults);
    }

    private List<Crew> crews() {
        List<Crew> crews = new ArrayList<>();
        crews.add(crew(
                PLAYERS, Crew.Role.OPERATOR, 14 + draw.below(8), Crew.SPOTS, Crew.Tags.UWB, List.of(), 0, List.of()));
        crews.add(crew(
                "rounds",
                Crew.Role.OPERATOR,
                2 + draw.below(4),
                Crew.SPOTS,
                Crew.Tags.MIXED,
                List.of(),
                0,
                List.of("inspection-1", "inspection-2", "inspection-3")));
        crews.add(
                crew("unit-crew", Crew.Role.OPERATOR, 4, Crew.SPOTS, Crew.Tags.BOTH, List.of("unit-05"), 2, List.of()));
        crews.add(crew(
                "control",
                Crew.Role.CONTROL_ROOM,
                3 + draw.below(3),
                "control-room",
                Crew.Tags.BLE,
                List.of(),
                0,
                List.of()));
        crews.add(crew(
                "office", Crew.Role.OFFICE, 2 + draw.below(6), "offices", Crew.Tags.MIXED, List.of(), 0, List.of()));
        crews.add(leaving());
        crews.add(crew(
                "pairs",
                Crew.Role.OPERATOR,
                2 + draw.below(3),
                Crew.SPOTS,
                Crew.Tags.TWO_UWB,
                List.of(),
                0,
                List.of()));
        return crews;
    }

    /** Goes home in the middle of the hour. */
    private Crew leaving() {
        return crew(
                "early",
                EARLY,
                Crew.Role.OPERATOR,
                3 + draw.below(4),
                Crew.SPOTS,
                Crew.Tags.UWB,
                List.of(),
                0,
                List.of());
    }

    private static Crew crew(
            String id,
            Crew.Role role,
            int size,
            String base,
            Crew.Tags tags,
            List<String> work,
            int workers,
            List<String> rounds) {
        return crew(id, null, role, size, base, tags, work, workers, rounds);
    }

    private static Crew crew(
            String id,
            @Nullable String shift,
            Crew.Role role,
            int size,
            String base,
            Crew.Tags tags,
            List<String> work,
            int workers,
            List<String> rounds) {
        return new Crew(
                id,
                role,
                size,
                null,
                List.of(),
                shift,
                id,
                "01",
                null,
                base,
                work,
                workers,
                rounds,
                rounds.isEmpty() ? 0 : 40 * MINUTE,
                tags,
                null,
                null,
                null,
                null,
                0);
    }

    private void event() {
        switch (draw.below(12)) {
            case 0, 1, 2 -> play(EventKind.OVER_CAPACITY, zone(), null, 4 + draw.below(4), List.of(), null);
            case 3, 4, 5 ->
                play(
                        EventKind.GATHERING,
                        null,
                        OPEN.get(draw.below(OPEN.size())),
                        0,
                        List.of(new Event.Step(3, 0), new Event.Step(5, 70_000), new Event.Step(7, 100_000)),
                        null);
            case 6 -> play(EventKind.INTRUSION, "substation", null, 1, List.of(), null);
            case 7 -> play(EventKind.UNIT_SHUTDOWN, zone(), null, 5, List.of(), null);
            case 8 -> alone(EventKind.MAN_DOWN, zone());
            case 9 -> alone(draw.happens(0.5) ? EventKind.SOS : EventKind.FALL, null);
            case 10 -> evacuation();
            default -> play(EventKind.GAS_ALARM, zone(), null, 0, List.of(), "flammable");
        }
    }

    /** To one member of the players, each event to another one. */
    private void alone(EventKind kind, @Nullable String zone) {
        add(kind, zone, null, null, List.of(PLAYERS + "#" + (events.size() + 1)), 0, List.of(), List.of(), null);
    }

    private void evacuation() {
        add(
                EventKind.EVACUATION,
                null,
                null,
                null,
                List.of(),
                0,
                List.of(),
                List.of("muster-south", "muster-west"),
                null);
    }

    private String zone() {
        return ZONES.get(draw.below(ZONES.size()));
    }

    private void play(
            EventKind kind,
            @Nullable String zone,
            @Nullable Place place,
            int size,
            List<Event.Step> steps,
            @Nullable String gas) {
        String crew = kind == EventKind.GAS_ALARM ? null : PLAYERS;
        add(kind, zone, place, crew, List.of(), size, steps, List.of(), gas);
    }

    private void add(
            EventKind kind,
            @Nullable String zone,
            @Nullable Place place,
            @Nullable String crew,
            List<String> who,
            int size,
            List<Event.Step> steps,
            List<String> muster,
            @Nullable String gas) {
        long lasts = draw.between(150_000L, 300_000L);
        events.add(new Event(
                kind,
                draw.between(FIRST, LAST - lasts),
                null,
                lasts,
                zone,
                place,
                crew,
                who,
                size,
                steps,
                null,
                muster,
                muster.isEmpty() ? 0 : 1,
                false,
                gas,
                null,
                events.size() + 1));
    }

    private void fault() {
        long lasts = draw.between(20_000L, 120_000L);
        long at = draw.between(FIRST, LAST - lasts);
        String vendor = draw.happens(0.5) ? Vendors.UWB : Vendors.BLE;
        int line = faults.size() + 1;
        switch (draw.below(7)) {
            case 0 -> faults.add(new Fault(FaultKind.BLIND_SPOT, at, lasts, null, zone(), List.of(), 0.9, 0, 0, line));
            case 1 -> faults.add(new Fault(FaultKind.VENDOR_OUTAGE, at, lasts, vendor, null, List.of(), 0, 0, 0, line));
            case 2 ->
                faults.add(new Fault(FaultKind.BUFFERED_BURST, at, lasts, vendor, null, List.of(), 0, 0, 0, line));
            case 3 ->
                faults.add(new Fault(
                        FaultKind.TAG_SWAP,
                        at,
                        lasts,
                        null,
                        null,
                        List.of(PLAYERS + "#1", PLAYERS + "#2"),
                        0,
                        0,
                        0,
                        line));
            case 4 ->
                faults.add(new Fault(
                        FaultKind.CLOCK_OFFSET,
                        at,
                        lasts,
                        vendor,
                        null,
                        List.of(),
                        0,
                        draw.between(-20_000L, 20_000L),
                        0,
                        line));
            case 5 ->
                faults.add(new Fault(
                        FaultKind.CLOCK_DRIFT,
                        at,
                        lasts,
                        vendor,
                        null,
                        List.of(),
                        0,
                        0,
                        draw.between(-200.0, 200.0),
                        line));
            default ->
                faults.add(new Fault(FaultKind.TAG_DEATH, at, null, null, null, List.of("rounds#1"), 0, 0, 0, line));
        }
    }

    private RadioOptions radio() {
        double correlation = rounded(draw.between(0.0, 0.9));
        return new RadioOptions(
                new Ranging(
                        2_000,
                        rounded(draw.between(0.1, 0.4)),
                        correlation,
                        0.5,
                        rounded(draw.between(0.0, 0.2)),
                        new Excursion(rounded(draw.between(0.0, 1.0)), 8, 4_000),
                        new Excursion(rounded(draw.between(0.0, 0.5)), 25, 3_000),
                        new Excursion(rounded(draw.between(0.0, 0.5)), 0, 3_000)),
                new Ranging(
                        2_000,
                        rounded(draw.between(1.0, 2.5)),
                        correlation,
                        3,
                        0,
                        Excursion.NONE,
                        Excursion.NONE,
                        Excursion.NONE),
                new ChannelOptions(
                        30,
                        250,
                        rounded(draw.between(0.0, 0.05)),
                        rounded(draw.between(0.0, 0.01)),
                        rounded(draw.between(0.0, 0.02)),
                        3_000));
    }

    /** To what a scenario file says in few digits. */
    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
