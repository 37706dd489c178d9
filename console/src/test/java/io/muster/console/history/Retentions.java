package io.muster.console.history;

import io.muster.console.config.Retention;
import java.time.Duration;

/** Retentions to test with. */
public final class Retentions {
    /** Everything for ever, so that a story may tell of any day; audit and calls for a day. */
    public static Retention forEver() {
        return positions(Duration.ofDays(36_500), Duration.ofDays(36_500));
    }

    /** The same but for fence events. */
    public static Retention fenceEvents(Duration fenceEvents) {
        Duration ever = Duration.ofDays(36_500);
        Duration day = Duration.ofDays(1);
        return new Retention(
                ever, ever, ever, ever, fenceEvents, ever, ever, ever, ever, ever, ever, ever, ever, day, day);
    }

    /** The same but for positions in the database and in files. */
    public static Retention positions(Duration positions, Duration files) {
        Duration ever = Duration.ofDays(36_500);
        Duration day = Duration.ofDays(1);
        return new Retention(
                ever, ever, positions, files, ever, ever, ever, ever, ever, ever, ever, ever, ever, day, day);
    }

    private Retentions() {}
}
