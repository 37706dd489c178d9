package io.muster.rules.watch;

import org.jspecify.annotations.Nullable;

/**
 * A rule is broken.
 *
 * @param kind symbol of the alarm catalogue
 * @param ruleId which rule, where a kind has several
 * @param onsetMillis since when: event time
 * @param limit what the plan or the profile allows; null = nothing that has a number
 * @param observed what was compared with it
 */
public record Breach(
        String kind,
        String ruleId,
        long onsetMillis,
        @Nullable Double limit,
        @Nullable Double observed) {

    /** What holds at once, and has no number. */
    static Breach of(String kind, String ruleId, long onsetMillis) {
        return new Breach(kind, ruleId, onsetMillis, null, null);
    }

    /** What has lasted for too long, ms. */
    static Breach lasting(String kind, String ruleId, long onsetMillis, long limitMillis, long nowMillis) {
        return new Breach(kind, ruleId, onsetMillis, (double) limitMillis, (double) (nowMillis - onsetMillis));
    }

    Breach since(long millis) {
        return new Breach(kind, ruleId, millis, limit, observed);
    }

    /** @return the one that began first; of two at one moment the first */
    static @Nullable Breach earlier(@Nullable Breach first, @Nullable Breach second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return second.onsetMillis < first.onsetMillis ? second : first;
    }
}
