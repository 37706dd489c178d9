package io.muster.simulator.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.simulator.day.Member;
import io.muster.simulator.movement.Place;
import io.muster.simulator.plant.DemoPlant;
import io.muster.simulator.plant.Plant;
import io.muster.simulator.radio.RadioOptions;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Event;
import io.muster.simulator.scenario.EventKind;
import io.muster.simulator.scenario.Scenario;
import io.muster.simulator.scenario.Shift;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small plant at work: operators, a permit crew with an approver, guards, visitors and offices; and a short way to write events. */
final class Scenes {
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final long DURATION = 8 * HOUR;
    static final long SEED = 7;
    static final Comparator<Message.At> BY_TIME = Comparator.comparingLong(Message.At::millis);
    static final Plant PLANT = DemoPlant.plant("demo");

    private Scenes() {}

    static List<Crew> crews() {
        Crew operators = crew("operator", Crew.Role.OPERATOR, 12, Crew.SPOTS);
        Crew fitters = crew("fitter", Crew.Role.MAINTENANCE, 3, "workshop");
        Crew guards = crew("guard", Crew.Role.GUARD, 1, "post-gate-1");
        Crew visitors = crew("visitor", Crew.Role.VISITOR, 2, "offices");
        Crew office = crew("office", Crew.Role.OFFICE, 8, "offices");
        Crew late = crew("late", Crew.Role.OPERATOR, 4, Crew.SPOTS);
        return List.of(
                with(operators, null, List.of("inspection-1", "inspection-2", "inspection-3"), null, null),
                with(
                        fitters,
                        null,
                        List.of(),
                        new Crew.Permit("hot-work", "01", "unit-05", 2 * HOUR, 4 * HOUR, "office#8"),
                        null),
                guards,
                with(visitors, null, List.of(), null, "office"),
                office,
                with(late, "late", List.of(), null, null));
    }

    static Scenario scenario(Event... events) {
        return scenario(crews(), events);
    }

    static Scenario scenario(List<Crew> crews, Event... events) {
        return new Scenario(
                "test",
                "A test",
                Scenario.DEMO_PLAN,
                null,
                OffsetDateTime.parse("2026-03-02T08:00:00+08:00"),
                DURATION,
                30,
                SEED,
                List.of(new Shift("late", 4 * HOUR, 12 * HOUR)),
                crews,
                Arrays.asList(events),
                RadioOptions.defaults(),
                List.of());
    }

    static List<Member> members(List<Crew> crews) {
        List<Member> members = new ArrayList<>();
        for (Crew crew : crews) {
            Integer size = crew.size();
            for (int number = 1; number <= (size == null ? 0 : size); number++) {
                members.add(new Member(crew, number, members.size()));
            }
        }
        return members;
    }

    static EventPlayer player(Event... events) {
        return new EventPlayer(PLANT, scenario(events), members(crews()), SEED);
    }

    static Crew crew(String id, Crew.Role role, int size, String base) {
        return new Crew(
                id,
                role,
                size,
                null,
                List.of(),
                null,
                id,
                role == Crew.Role.VISITOR ? "03" : role == Crew.Role.CONTRACTOR ? "02" : "01",
                null,
                base,
                List.of(),
                0,
                List.of(),
                2 * HOUR,
                Crew.Tags.UWB,
                null,
                null,
                null,
                null,
                1);
    }

    /** The same crew with more people or fewer. */
    static Crew sized(Crew crew, int size) {
        return new Crew(
                crew.id(),
                crew.role(),
                size,
                null,
                List.of(),
                crew.shift(),
                crew.department(),
                crew.personType(),
                crew.post(),
                crew.base(),
                crew.work(),
                crew.workers(),
                crew.rounds(),
                crew.roundEveryMillis(),
                crew.tags(),
                crew.talk(),
                crew.lunch(),
                crew.permit(),
                crew.host(),
                crew.line());
    }

    private static Crew with(
            Crew crew,
            @Nullable String shift,
            List<String> rounds,
            Crew.@Nullable Permit permit,
            @Nullable String host) {
        return new Crew(
                crew.id(),
                crew.role(),
                crew.size(),
                null,
                List.of(),
                shift,
                crew.department(),
                crew.personType(),
                null,
                crew.base(),
                List.of(),
                0,
                rounds,
                crew.roundEveryMillis(),
                crew.tags(),
                null,
                null,
                permit,
                host,
                1);
    }

    /** The playings of these events, none of which has a fault, in the first cycle. */
    static List<Played> play(Event... events) {
        EventPlayer player = player(events);
        assertEquals(List.of(), player.faults());
        return player.play(0);
    }

    /** The one playing of this event. */
    static Played playOnce(Event event) {
        List<Played> all = play(event);
        assertEquals(1, all.size());
        return all.get(0);
    }

    /** How many are at their places. */
    static long standing(Played played, long millis) {
        return played.appointments().stream()
                .filter(each -> each.fromMillis() <= millis && millis < each.untilMillis())
                .count();
    }

    /** An event with nothing in it but its kind and time. */
    static Make event(EventKind kind, long atMillis) {
        return new Make(kind, atMillis);
    }

    /** Only the interesting fields. */
    static final class Make {
        private final EventKind kind;
        private final long at;
        private @Nullable Long every;
        private long lasts;
        private @Nullable String zone;
        private @Nullable Place place;
        private @Nullable String crew;
        private List<String> who = List.of();
        private int size;
        private List<Event.Step> steps = List.of();
        private @Nullable String permit;
        private List<String> muster = List.of();
        private int missing;
        private boolean drill;
        private @Nullable String gas;
        private @Nullable String gate;

        private Make(EventKind kind, long at) {
            this.kind = kind;
            this.at = at;
        }

        Make every(long millis) {
            every = millis;
            return this;
        }

        Make lasts(long millis) {
            lasts = millis;
            return this;
        }

        Make zone(String id) {
            zone = id;
            return this;
        }

        Make place(double x, double y) {
            place = Place.ground(x, y);
            return this;
        }

        Make place(double x, double y, int floor) {
            place = new Place(x, y, floor);
            return this;
        }

        Make crew(String id) {
            crew = id;
            return this;
        }

        Make who(String... names) {
            who = List.of(names);
            return this;
        }

        Make size(int people) {
            size = people;
            return this;
        }

        Make step(int people, long afterMillis) {
            steps = new ArrayList<>(steps);
            steps.add(new Event.Step(people, afterMillis));
            return this;
        }

        Make permit(String id) {
            permit = id;
            return this;
        }

        Make muster(String... ids) {
            muster = List.of(ids);
            return this;
        }

        Make missing(int people) {
            missing = people;
            return this;
        }

        Make drill() {
            drill = true;
            return this;
        }

        Make gas(String word) {
            gas = word;
            return this;
        }

        Make gate(String id) {
            gate = id;
            return this;
        }

        Event line(int line) {
            return new Event(
                    kind, at, every, lasts, zone, place, crew, who, size, steps, permit, muster, missing, drill, gas,
                    gate, line);
        }
    }
}
