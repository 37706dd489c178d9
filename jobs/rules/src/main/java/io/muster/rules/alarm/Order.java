package io.muster.rules.alarm;

import org.jspecify.annotations.Nullable;

/**
 * What stands until its time is over or somebody takes it back, for alarms of now and of later.
 *
 * @param untilMillis null = until somebody takes it back; never null for a silence
 */
public record Order(
        String commandId,
        What what,
        Target target,
        Act act,
        @Nullable Long untilMillis) {

    public enum What {
        /** Alarms of these kinds here are told to nobody (报警静默, AQ 3064.3 3.6 and 5.2.5). */
        SILENCE(LifeCycle.SUPPRESSED),
        /** Their source is in maintenance. */
        OUT_OF_SERVICE(LifeCycle.OUT_OF_SERVICE);

        private final LifeCycle state;

        What(LifeCycle state) {
            this.state = state;
        }

        /** The state of an alarm that it is about. */
        LifeCycle state() {
            return state;
        }
    }

    Aside aside() {
        return new Aside(commandId, act, untilMillis);
    }

    boolean isOver(long nowMillis) {
        return untilMillis != null && untilMillis <= nowMillis;
    }
}
