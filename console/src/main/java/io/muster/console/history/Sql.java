package io.muster.console.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Values as the driver takes them. */
final class Sql {
    static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime timeOrNull(@Nullable Instant time) {
        return time == null ? null : time(time);
    }

    /** A text column takes no NUL, and what quotes a stranger may hold one. */
    static String text(String text) {
        return text.replace('\0', '?');
    }

    private Sql() {}
}
