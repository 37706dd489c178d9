package io.muster.simulator.day;

import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import io.muster.simulator.plant.Plant;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Where members are when nothing else is on. A home depends on (seed, crew, number) only. Safe for several threads. */
public final class Homes {
    private static final int MOST_STANDS = 50;
    private static final int MOST_RESERVED = 12;

    private final Plant plant;
    private final long seed;
    /** Crews that live on free places outdoors, in the order of the file. */
    private final List<Crew> outdoors;

    private final int[] spotOrder;
    /** So many of the last spots are nobody's home: visitors are shown around there. */
    private final int reserved;

    private final List<String> rooms;

    public Homes(Plant plant, long seed, Scenario scenario) {
        this.plant = plant;
        this.seed = seed;
        this.outdoors = scenario.crews().stream()
                .filter(crew -> crew.base().equals(Crew.SPOTS))
                .toList();
        this.spotOrder = Draw.of(seed, "spots", 0).permutation(plant.spots().size());
        boolean visited = scenario.crews().stream().anyMatch(crew -> crew.role() == Crew.Role.VISITOR);
        this.reserved = visited ? Math.min(MOST_RESERVED, spotOrder.length / 8) : 0;
        this.rooms = plant.plan().fences().stream()
                .filter(Homes::isRoom)
                .map(PlanFence::foreignId)
                .toList();
    }

    /** Whether people sit in this fence: a room where gatherings are exempt. */
    static boolean isRoom(PlanFence fence) {
        return fence.gatheringExempt() && (fence.role() == Role.REST || fence.role() == Role.CONTROL_ROOM);
    }

    /** Ids in the plan file of all rooms with seats. */
    List<String> rooms() {
        return rooms;
    }

    /** The base of a member: a seat in the room, a stand in another fence, or a free place outdoors; when those are all taken, a seat in any room. */
    public Place of(Member member) {
        String base = member.crew().base();
        if (!base.equals(Crew.SPOTS)) {
            return in(base, member);
        }
        long rank = rank(member);
        if (rank < spotOrder.length - reserved) {
            return plant.spots().get(spotOrder[(int) rank]);
        }
        Draw draw = draw("room", member);
        if (rooms.isEmpty()) {
            return plant.entrance(draw);
        }
        return plant.seat(rooms.get(draw.below(rooms.size())), draw);
    }

    /** Free places outdoors that are nobody's home. */
    List<Place> viewpoints() {
        List<Place> viewpoints = new ArrayList<>();
        for (int i = spotOrder.length - reserved; i < spotOrder.length; i++) {
            viewpoints.add(plant.spots().get(spotOrder[i]));
        }
        return viewpoints;
    }

    /** A place of the member's own in a fence. */
    Place in(String fence, Member member) {
        boolean room = plant.fence(fence).map(Homes::isRoom).orElse(false);
        return room
                ? plant.seat(fence, draw("seat in " + fence, member))
                : plant.stands(fence, MOST_STANDS).get((member.number() - 1) % MOST_STANDS);
    }

    /** Places go round: one to each crew, then the next one to each that is not complete, so that it does not matter how many people there are. */
    private long rank(Member member) {
        long rank = 0;
        boolean before = true;
        for (Crew crew : outdoors) {
            before &= !crew.equals(member.crew());
            Integer size = crew.size();
            long places = size == null ? Long.MAX_VALUE : size;
            rank += Math.min(places, member.number() - 1) + (before && places >= member.number() ? 1 : 0);
        }
        return rank;
    }

    private Draw draw(String what, Member member) {
        return Draw.of(seed, what + " " + member.crew().id(), member.number());
    }
}
