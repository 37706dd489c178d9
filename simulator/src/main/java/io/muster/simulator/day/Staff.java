package io.muster.simulator.day;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.plant.Plant;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Scenario;
import io.muster.simulator.scenario.Shift;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the parts of a plan have in common: the plant, the crews, and what is drawn for a member. Safe for several threads. */
final class Staff {
    static final long MINUTE = 60_000;
    static final double SLOWEST = 0.9;
    private static final double FASTEST = 1.5;

    private final Plant plant;
    private final long seed;
    private final Scenario scenario;
    private final Homes homes;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Member> byName = new HashMap<>();
    private final Map<String, Shift> shifts = new HashMap<>();
    private final Map<String, Crew> guests = new HashMap<>();

    Staff(Plant plant, long seed, Scenario scenario, List<Member> members) {
        this.plant = plant;
        this.seed = seed;
        this.scenario = scenario;
        this.homes = new Homes(plant, seed, scenario);
        for (Member member : members) {
            counts.merge(member.crew().id(), 1, Integer::sum);
            byName.put(member.name(), member);
        }
        scenario.shifts().forEach(shift -> shifts.put(shift.id(), shift));
        for (Crew crew : scenario.crews()) {
            if (crew.role() == Crew.Role.VISITOR && crew.host() != null) {
                guests.put(crew.host(), crew);
            }
        }
    }

    Plant plant() {
        return plant;
    }

    Homes homes() {
        return homes;
    }

    long durationMillis() {
        return scenario.durationMillis();
    }

    List<Crew> crews() {
        return scenario.crews();
    }

    /** How many there are of the crew in this run. */
    int count(Crew crew) {
        return counts.getOrDefault(crew.id(), 0);
    }

    @Nullable
    Shift shift(Crew crew) {
        return crew.shift() == null ? null : shifts.get(crew.shift());
    }

    /** Who walks with a visitor; null = nobody. */
    @Nullable
    Member host(Member visitor) {
        return byName.get(visitor.crew().host() + "#" + visitor.number());
    }

    /** Whom a member shows around; null = nobody. */
    @Nullable
    Member guest(Member host) {
        Crew crew = guests.get(host.crew().id());
        return crew == null ? null : byName.get(crew.id() + "#" + host.number());
    }

    Draw draw(String what, Member member) {
        return Draw.of(seed, what + " " + member.crew().id(), member.number());
    }

    /** Drawn anew in each cycle. */
    Draw draw(String what, Member member, long cycle) {
        return Draw.of(seed, what + " " + member.crew().id() + " " + cycle, member.number());
    }

    /** The same for all of a crew. */
    Draw draw(String what, Crew crew) {
        return Draw.of(seed, what + " " + crew.id(), 0);
    }

    /** Metres per second on the flat; a visitor walks as fast as the host. */
    double speed(Member member) {
        Member host = member.crew().host() == null ? null : host(member);
        return draw("speed", host == null ? member : host).between(SLOWEST, FASTEST);
    }

    Place entrance(Member member) {
        return plant.entrance(draw("entrance", member));
    }

    long walkMillis(Place from, Place to, double speed) {
        return Timeline.walkMillis(plant.way(from, to), speed);
    }
}
