package io.muster.simulator.movement;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A person with a part in scripted situations: time is cut into slots of one length, the script gives the way through each slot, and at both ends of a slot
 * the person stands at the same home spot.
 */
public final class Episodes implements Motion {
    private final long slotMillis;
    private final long offsetMillis;
    private final LongFunction<Timeline> script;
    private final Sway sway;
    /** The slot last asked for; a race only costs a second look into the script, since the holder is immutable. */
    private @Nullable Slot cached;

    private record Slot(long number, Timeline timeline) {}

    /**
     * @param offsetMillis slot n is [n * slot + offset, (n + 1) * slot + offset)
     * @param script the way through slot n, in simulated time; must be a pure function
     */
    public Episodes(long slotMillis, long offsetMillis, LongFunction<Timeline> script, Sway sway) {
        this.slotMillis = slotMillis;
        this.offsetMillis = offsetMillis;
        this.script = script;
        this.sway = sway;
    }

    @Override
    public void at(long millis, Pose out) {
        long number = Math.floorDiv(millis - offsetMillis, slotMillis);
        Slot slot = cached;
        if (slot == null || slot.number() != number) {
            slot = new Slot(number, script.apply(number));
            cached = slot;
        }
        slot.timeline().at(millis, sway, out);
    }
}
