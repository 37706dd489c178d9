package io.muster.simulator.event;

import io.muster.simulator.day.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom an event needs.
 *
 * @param count how many
 * @param beforeMillis how long before its time they are in it, walking there not counted
 * @param afterMillis how long after its time they are
 * @param candidates the only ones who will do, in the order in which they are taken; null = anybody who is free
 */
record Need(
        int count,
        long beforeMillis,
        long afterMillis,
        @Nullable List<Member> candidates) {

    /** Anybody who is free. */
    static Need anybody(int count, long beforeMillis, long afterMillis) {
        return new Need(count, beforeMillis, afterMillis, null);
    }

    /** All of these. */
    static Need all(List<Member> members, long beforeMillis, long afterMillis) {
        return new Need(members.size(), beforeMillis, afterMillis, List.copyOf(members));
    }

    /** Nobody: systems only. */
    static Need nobody() {
        return new Need(0, 0, 0, null);
    }
}
