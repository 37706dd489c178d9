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
 * @param missing of everybody: how many do not come
 * @param everybody whether all candidates take part who are in no other event
 * @param candidates the only ones who will do, in the order in which they are taken; null = anybody who is free
 */
record Need(
        int count,
        long beforeMillis,
        long afterMillis,
        int missing,
        boolean everybody,
        @Nullable List<Member> candidates) {

    /** Anybody who is free. */
    static Need anybody(int count, long beforeMillis, long afterMillis) {
        return new Need(count, beforeMillis, afterMillis, 0, false, null);
    }

    /** All of these. */
    static Need all(List<Member> members, long beforeMillis, long afterMillis) {
        return new Need(members.size(), beforeMillis, afterMillis, 0, false, List.copyOf(members));
    }

    /** Everybody who is called; so many of them do not come. */
    static Need everybody(List<Member> called, int missing, long beforeMillis, long afterMillis) {
        return new Need(called.size(), beforeMillis, afterMillis, missing, true, List.copyOf(called));
    }

    /** Nobody: systems only. */
    static Need nobody(long afterMillis) {
        return new Need(0, 0, afterMillis, 0, false, List.of());
    }
}
