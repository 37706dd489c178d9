package io.muster.simulator.scenario;

import io.muster.simulator.movement.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens on purpose. Which fields a kind has is told by {@link EventKind}; the others are null or empty.
 *
 * @param atMillis simulated time: when it becomes true (the one too many crosses the outline, the third person joins, the button is pressed)
 * @param everyMillis how long after it plays again, until the scenario ends; null = once
 * @param forMillis how long it stays true; 0 where the kind has no length
 * @param zone fence id as in the plan file
 * @param place where, where no zone says it
 * @param crew id of the crew that plays
 * @param who members ({@code crew#number}) who play, in the order in which they come; empty = the first that are free, of {@code crew} if it is given
 * @param size how many play
 * @param steps of a gathering: how many are together so long after {@code at}; sizes grow
 * @param permit id of a {@link Crew.Permit}
 * @param muster fence ids of muster points
 * @param missing how many do not come
 * @param drill true: an exercise
 * @param gas {@code flammable} or {@code toxic}
 * @param gate fence id of a gate
 * @param line of the file
 */
public record Event(
        EventKind kind,
        long atMillis,
        @Nullable Long everyMillis,
        long forMillis,
        @Nullable String zone,
        @Nullable Place place,
        @Nullable String crew,
        List<String> who,
        int size,
        List<Step> steps,
        @Nullable String permit,
        List<String> muster,
        int missing,
        boolean drill,
        @Nullable String gas,
        @Nullable String gate,
        int line) {
    public Event {
        who = List.copyOf(who);
        steps = List.copyOf(steps);
        muster = List.copyOf(muster);
    }

    /** So many are together from then on. */
    public record Step(int size, long afterMillis) {}
}
