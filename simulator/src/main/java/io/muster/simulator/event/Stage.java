package io.muster.simulator.event;

import io.muster.contract.plan.PlanFence;
import io.muster.geometry.Containment;
import io.muster.simulator.day.Homes;
import io.muster.simulator.day.Member;
import io.muster.simulator.movement.Place;
import io.muster.simulator.plant.Plant;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Event;
import io.muster.simulator.scenario.Scenario;
import io.muster.simulator.scenario.Shift;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where events play: the plant, the scenario and its people. Immutable. */
final class Stage {
    /** Between arrivals of people who come one after the other. */
    static final long SPACING_MILLIS = 2_000;
    /** As many as a plant gives. */
    static final int MOST_STANDS = 50;
    /**
     * At which people walk from one place of an event to the next: the slow can keep it when they hurry, the fast take their time, so that the moment at which
     * somebody crosses an outline on the way is known.
     */
    static final double WALK_METRES_PER_SECOND = 1.3;
    /** A stair, for each floor. */
    private static final long STAIR_MILLIS = 12_000;

    private final Plant plant;
    private final Scenario scenario;
    private final List<Member> members;
    private final long seed;
    private final Homes homes;
    private final Map<String, Member> byName = new HashMap<>();
    private final Map<String, Shift> shifts = new HashMap<>();

    Stage(Plant plant, Scenario scenario, List<Member> members, long seed) {
        this.plant = plant;
        this.scenario = scenario;
        this.members = List.copyOf(members);
        this.seed = seed;
        this.homes = new Homes(plant, seed, scenario);
        members.forEach(member -> byName.put(member.name(), member));
        scenario.shifts().forEach(shift -> shifts.put(shift.id(), shift));
    }

    Plant plant() {
        return plant;
    }

    Scenario scenario() {
        return scenario;
    }

    List<Member> members() {
        return members;
    }

    long seed() {
        return seed;
    }

    long durationMillis() {
        return scenario.durationMillis();
    }

    /** Where the member is when nothing else is on. */
    Place home(Member member) {
        return homes.of(member);
    }

    Member member(String name) throws Unplayable {
        Member member = byName.get(name);
        if (member == null) {
            throw new Unplayable("there is no " + name);
        }
        return member;
    }

    List<Member> members(List<String> names) throws Unplayable {
        List<Member> found = new ArrayList<>();
        for (String name : names) {
            found.add(member(name));
        }
        return found;
    }

    /** Of one crew, by number. */
    List<Member> crew(String id) {
        return members.stream().filter(member -> member.crew().id().equals(id)).toList();
    }

    PlanFence fence(@Nullable String id) throws Unplayable {
        if (id == null) {
            throw new Unplayable("zone is missing");
        }
        return plant.fence(id).orElseThrow(() -> new Unplayable("the plan has no fence '" + id + "'"));
    }

    /** The zone of an event that must have one. */
    PlanFence zone(Event event) throws Unplayable {
        return fence(event.zone());
    }

    /** Those who play in a zone: named ones, else whoever of the crew (or of any) has its base or work there and is on shift then, by crew and number. */
    List<Member> peopleOf(Event event) throws Unplayable {
        String zone = event.zone();
        List<Member> named = members(event.who());
        if (!named.isEmpty() || zone == null) {
            return named;
        }
        return members.stream()
                .filter(member -> event.crew() == null || member.crew().id().equals(event.crew()))
                .filter(member -> member.crew().base().equals(zone)
                        || member.crew().work().contains(zone))
                .filter(member -> onShift(member, event.atMillis(), event.atMillis() + event.forMillis()))
                .toList();
    }

    /** The crew that works by this permit. */
    Crew holder(@Nullable String permit) throws Unplayable {
        for (Crew crew : scenario.crews()) {
            Crew.Permit held = crew.permit();
            if (held != null && held.id().equals(permit)) {
                return crew;
            }
        }
        throw new Unplayable("no crew has the permit '" + permit + "'");
    }

    List<Place> stands(PlanFence fence, int count) throws Unplayable {
        if (count > MOST_STANDS) {
            throw new Unplayable("no more than " + MOST_STANDS + " people can be placed in a zone, not " + count);
        }
        return plant.stands(fence.foreignId(), count);
    }

    /** The middle of a fence, on its floor. */
    static Place middle(PlanFence fence) {
        double[] centre = fence.zone().shape().centroid();
        Double floor = fence.zone().floor();
        return new Place(centre[0], centre[1], floor == null ? 0 : (int) Math.floor(floor));
    }

    /** Whether the place is inside the outline, on its floor. */
    static boolean holds(PlanFence fence, Place place) {
        Double floor = fence.zone().floor();
        return (floor == null || floor == place.floor())
                && fence.zone().shape().locate(place.x(), place.y()) != Containment.OUTSIDE;
    }

    /** The way people take. */
    List<Place> way(Place from, Place to) throws Unplayable {
        try {
            return plant.way(from, to);
        } catch (IllegalArgumentException e) {
            throw new Unplayable(String.valueOf(e.getMessage()));
        }
    }

    /** How long the walk from one to the other takes. */
    long walkMillis(Place from, Place to) throws Unplayable {
        return walkMillis(way(from, to));
    }

    private static long walkMillis(List<Place> way) {
        double metres = 0;
        int floors = 0;
        for (int i = 1; i < way.size(); i++) {
            metres += way.get(i - 1).distanceTo(way.get(i));
            floors += Math.abs(way.get(i).floor() - way.get(i - 1).floor());
        }
        return Math.round(metres / WALK_METRES_PER_SECOND * 1000) + floors * STAIR_MILLIS;
    }

    /** Whether the member is on site all that time; what lies outside of the run does not count. */
    boolean onShift(Member member, long fromMillis, long untilMillis) {
        String id = member.crew().shift();
        Shift shift = id == null ? null : shifts.get(id);
        return shift == null
                || (shift.fromMillis() <= Math.max(0, fromMillis)
                        && shift.untilMillis() >= Math.min(durationMillis(), untilMillis));
    }
}
