package io.muster.simulator.event;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.day.Member;
import io.muster.simulator.movement.Place;
import io.muster.simulator.plant.Plant;
import io.muster.simulator.scenario.Crew;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where each member is when nothing else is on: a seat in the base, or a spot outdoors. */
final class Homes {
    private final Plant plant;
    private final long seed;
    private final Map<String, Place> spots = new HashMap<>();

    Homes(Plant plant, long seed, List<Member> members) {
        this.plant = plant;
        this.seed = seed;
        List<Place> free = plant.spots();
        for (Member member : members) {
            if (member.crew().base().equals(Crew.SPOTS)) {
                spots.put(member.name(), free.get(spots.size() % free.size()));
            }
        }
    }

    Place of(Member member) {
        Place spot = spots.get(member.name());
        return spot != null
                ? spot
                : plant.seat(
                        member.crew().base(),
                        Draw.of(seed, "seat at an event " + member.crew().id(), member.number()));
    }
}
