package io.muster.simulator.day;

import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.plant.DemoPlant;
import io.muster.simulator.plant.Plant;
import io.muster.simulator.radio.RadioOptions;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Crew.Role;
import io.muster.simulator.scenario.Crew.Tags;
import io.muster.simulator.scenario.Scenario;
import io.muster.simulator.scenario.Shift;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small shift in the demo plant, for tests: crews are added one by one, only what matters is said. */
final class Shifts {
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final Plant PLANT = DemoPlant.plant("demo");

    private final List<Shift> shifts = new ArrayList<>();
    private final List<Crew> crews = new ArrayList<>();
    private final long duration;

    Shifts(long duration) {
        this.duration = duration;
    }

    Shifts shift(String id, long from, long until) {
        shifts.add(new Shift(id, from, until));
        return this;
    }

    Shifts crew(Maker maker) {
        crews.add(maker.build());
        return this;
    }

    static Maker crew(String id, Role role) {
        return new Maker(id, role);
    }

    Scenario scenario() {
        return new Scenario(
                "test",
                "Test",
                Scenario.DEMO_PLAN,
                null,
                OffsetDateTime.parse("2026-07-01T08:00:00+08:00"),
                duration,
                100,
                7,
                shifts,
                crews,
                List.of(),
                RadioOptions.defaults(),
                List.of());
    }

    Day day(long seed, int people) {
        Scenario scenario = scenario();
        List<Member> members = Members.of(scenario, people);
        return new Day(scenario, members, new DayPlanner(PLANT, seed, scenario, members));
    }

    /** Everybody planned. */
    record Day(Scenario scenario, List<Member> members, DayPlanner planner) {
        Member member(String name) {
            return members.stream()
                    .filter(member -> member.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        Timeline of(String name, Appointment... scripted) {
            return planner.timeline(member(name), List.of(scripted), 0);
        }
    }

    static Appointment appointment(String member, long from, long until, Place place, int line) {
        return new Appointment(member, from, until, place, Appointment.Activity.STAND, "test", line);
    }

    /** Fields of a crew that a test does not care about. */
    static final class Maker {
        private final String id;
        private final Role role;
        private @Nullable Integer size = 1;
        private @Nullable Double share;
        private @Nullable String shift;
        private String base = Crew.SPOTS;
        private List<String> work = List.of();
        private int workers;
        private Crew.@Nullable Meeting talk;
        private Crew.@Nullable Meal lunch;
        private Crew.@Nullable Permit permit;
        private @Nullable String host;

        private Maker(String id, Role role) {
            this.id = id;
            this.role = role;
        }

        Maker size(int value) {
            size = value;
            return this;
        }

        Maker share(double value) {
            size = null;
            share = value;
            return this;
        }

        Maker shift(String value) {
            shift = value;
            return this;
        }

        Maker base(String value) {
            base = value;
            return this;
        }

        Maker work(int howMany, String... fences) {
            work = List.of(fences);
            workers = howMany;
            return this;
        }

        Maker talk(String zone, long at, long length) {
            talk = new Crew.Meeting(zone, at, length);
            return this;
        }

        Maker lunch(String zone, long from, long until, long length) {
            lunch = new Crew.Meal(zone, from, until, length);
            return this;
        }

        Maker permit(String zone, long from, long until) {
            permit = new Crew.Permit("hot-1", "01", zone, from, until, null);
            return this;
        }

        Maker host(String value) {
            host = value;
            return this;
        }

        private Crew build() {
            return new Crew(
                    id,
                    role,
                    size,
                    share,
                    List.of(),
                    shift,
                    "production-1",
                    role == Role.VISITOR ? "03" : "01",
                    null,
                    base,
                    work,
                    workers,
                    List.of(),
                    0,
                    Tags.UWB,
                    talk,
                    lunch,
                    permit,
                    host,
                    1);
        }
    }
}
