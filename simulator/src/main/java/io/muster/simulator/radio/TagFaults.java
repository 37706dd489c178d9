package io.muster.simulator.radio;

import io.muster.simulator.movement.Motion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the tags of one person.
 *
 * @param deathMillis time within the cycle from which they are silent; {@link Long#MAX_VALUE} = never
 * @param swaps when somebody else carries them, time within the cycle
 * @param forgeries when others speak in their name, time within the cycle
 * @param unbound whether the people file leaves them out
 * @param silencesByCycle when they are off the air for a while: by cycle, counted from 0, time within it; null = never
 */
record TagFaults(
        long deathMillis,
        List<Swap> swaps,
        List<Forgery> forgeries,
        boolean unbound,
        @Nullable LongFunction<List<Interval>> silencesByCycle) {
    static final TagFaults NONE = new TagFaults(Long.MAX_VALUE, List.of(), List.of(), false, null);

    /** @param carrier the way of the other one */
    record Swap(Interval span, Motion carrier) {}

    /** Where forged positions are. */
    record Forgery(Interval span, double x, double y, int floor) {}

    /** Null: nobody forges anything now. */
    @Nullable
    Forgery forgery(long local) {
        for (Forgery each : forgeries) {
            if (each.span().contains(local)) {
                return each;
            }
        }
        return null;
    }

    boolean isDead(long local) {
        return local >= deathMillis;
    }

    /** The way that the tags go. */
    Motion carrier(long local, Motion owner) {
        for (Swap swap : swaps) {
            if (swap.span().contains(local)) {
                return swap.carrier();
            }
        }
        return owner;
    }

    boolean hasSilences() {
        return silencesByCycle != null;
    }

    List<Interval> silences(long cycle) {
        return silencesByCycle == null ? List.of() : silencesByCycle.apply(cycle);
    }

    TagFaults withDeath(long millis) {
        return new TagFaults(Math.min(deathMillis, millis), swaps, forgeries, unbound, silencesByCycle);
    }

    TagFaults withSwap(Swap swap) {
        List<Swap> all = new ArrayList<>(swaps);
        all.add(swap);
        return new TagFaults(deathMillis, List.copyOf(all), forgeries, unbound, silencesByCycle);
    }

    TagFaults withForgery(Forgery forgery) {
        List<Forgery> all = new ArrayList<>(forgeries);
        all.add(forgery);
        return new TagFaults(deathMillis, swaps, List.copyOf(all), unbound, silencesByCycle);
    }

    TagFaults withoutOwner() {
        return new TagFaults(deathMillis, swaps, forgeries, true, silencesByCycle);
    }

    TagFaults withSilences(LongFunction<List<Interval>> byCycle) {
        return new TagFaults(deathMillis, swaps, forgeries, unbound, byCycle);
    }
}
