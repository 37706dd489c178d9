package io.muster.simulator.truth;

import io.muster.contract.plan.FenceConduct;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One fence and who was in it when, as far as it was looked at. */
final class FenceWatch {
    /** Where it matters who is in, whatever else the plan says of the fence. */
    private static final Set<Role> ROLES = EnumSet.of(
            Role.PRODUCTION,
            Role.HAZARD,
            Role.FORBIDDEN,
            Role.POST,
            Role.REST,
            Role.CONTROL_ROOM,
            Role.MUSTER_POINT,
            Role.GATE);

    private final PlanFence fence;
    private final Map<Double, PresenceSweep> sweeps = new HashMap<>();
    /** By the position of the person. */
    private final SortedMap<Integer, Levels> stays = new TreeMap<>();

    FenceWatch(PlanFence fence) {
        this.fence = fence;
    }

    PlanFence fence() {
        return fence;
    }

    /** Whether a truth file tells who is in. */
    boolean isTold() {
        return ROLES.contains(fence.role()) || fence.limit() != null || fence.minimum() != null;
    }

    /** Whether anything at all depends on who is in. */
    boolean isNeeded() {
        FenceConduct conduct = fence.conduct();
        return isTold()
                || fence.gatheringExempt()
                || fence.overstayMillis() != null
                || fence.motionlessMillis() != null
                || !conduct.allowedPersonTypes().isEmpty()
                || !conduct.allowedTrackables().isEmpty()
                || !conduct.allowedPosts().isEmpty()
                || !conduct.allowedTimes().isEmpty()
                || !conduct.requiredTrackables().isEmpty()
                || !conduct.mustStay().isEmpty();
    }

    /** Adds what a person did; pieces in the order of time, and not before those of the last call for that person. */
    void add(int person, double margin, List<Piece> pieces) {
        PresenceSweep sweep = sweeps.computeIfAbsent(margin, metres -> new PresenceSweep(fence.zone(), metres));
        Levels known = stays.get(person);
        Levels levels = known == null ? new Levels() : known;
        sweep.sweep(pieces, levels);
        if (known == null && !levels.possible().isEmpty()) {
            stays.put(person, levels);
        }
    }

    /** Who was possibly in at some time, by position. */
    SortedMap<Integer, Levels> stays() {
        return stays;
    }

    /** Of somebody who never was near: empty levels. */
    Levels of(int person) {
        Levels levels = stays.get(person);
        return levels == null ? new Levels() : levels;
    }
}
