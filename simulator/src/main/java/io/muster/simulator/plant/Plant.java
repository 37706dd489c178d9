package io.muster.simulator.plant;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import io.muster.simulator.radio.Beacon;
import java.util.List;
import java.util.Optional;

/** A plant to walk in: its plan, its ways, and where in it people sit, stand and work. Everything is a pure function of the plan. Safe for several threads. */
public interface Plant {

    /** The plan as the contract reads it, for this site. */
    Plan plan();

    /** The plan document on one line, as it goes to the topic {@code plans}. */
    byte[] record();

    /** By its id in the plan file. */
    Optional<PlanFence> fence(String id);

    /**
     * The way people take, both ends included: out of the room by its door, along the paths, straight from the last path point to the end.
     *
     * @throws IllegalArgumentException naming both places if there is no way
     */
    List<Place> way(Place from, Place to);

    /** Whether {@link #way} finds one from where people come in. */
    boolean isReachable(Place place);

    /**
     * Where people come on site and leave it: a seat in the change house; of other plants a place on a path outside of a gate. Drawn, so that not all stand on
     * one another.
     */
    Place entrance(Draw draw);

    /** A place in a room, away from its walls. */
    Place seat(String fence, Draw draw);

    /**
     * Places inside a fence, as deep (5 m or what the fence allows) and as far apart as it allows; the first n of them are the same for any count.
     *
     * @param count 1..50
     */
    List<Place> stands(String fence, int count);

    /**
     * The place beside the outline of a fence that is nearest to a path, on the floor of the fence.
     *
     * @param metres at least so far outside; negative = so deep inside, or what the fence allows
     */
    Place beside(String fence, double metres);

    /** Free places outdoors for one person each, 27 m or more apart and away from every fence with a limit, in a fixed order. */
    List<Place> spots();

    /** The surveyed beacons, named as sightings name them. */
    List<Beacon> beacons();
}
