package io.muster.rules.alarm;

import org.jspecify.annotations.Nullable;

/**
 * What somebody did.
 *
 * @param atMillis ordering time
 * @param by a person, or {@code system}
 * @param role null = not said
 * @param reason null = not said
 */
public record Act(
        long atMillis,
        String by,
        @Nullable String role,
        @Nullable String reason) {
    /** Who acts where no person does. No person may be called so. */
    public static final String SYSTEM = "system";

    static Act bySystem(long atMillis, String reason) {
        return new Act(atMillis, SYSTEM, null, reason);
    }
}
