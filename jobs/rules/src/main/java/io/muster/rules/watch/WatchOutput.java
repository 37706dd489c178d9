package io.muster.rules.watch;

import io.muster.rules.alarm.Finding;
import org.jspecify.annotations.Nullable;

/** Exactly one of the two is there: what is said of a person, or of the zone itself. */
public record WatchOutput(
        @Nullable ZoneVerdict verdict, @Nullable Finding finding) {

    public static WatchOutput of(ZoneVerdict verdict) {
        return new WatchOutput(verdict, null);
    }

    public static WatchOutput of(Finding finding) {
        return new WatchOutput(null, finding);
    }
}
