package io.muster.rules.watch;

import org.jspecify.annotations.Nullable;

/**
 * What a rule says at a moment.
 *
 * @param breach null = all is well
 * @param againMillis the next moment, in ordering time, at which it may say something else without a further input; {@link #NEVER}
 */
record Judgement(@Nullable Breach breach, long againMillis) {
    static final long NEVER = Long.MAX_VALUE;

    static final Judgement FINE = new Judgement(null, NEVER);

    static Judgement fineUntil(long millis) {
        return new Judgement(null, millis);
    }

    static Judgement broken(Breach breach) {
        return new Judgement(breach, NEVER);
    }

    /** Something has been going on since {@code onset}, and is wrong from {@code onset + limit} on. */
    static Judgement lasting(String kind, String ruleId, long onsetMillis, long limitMillis, long nowMillis) {
        long due = onsetMillis + limitMillis;
        return nowMillis < due
                ? fineUntil(due)
                : broken(Breach.lasting(kind, ruleId, onsetMillis, limitMillis, nowMillis));
    }
}
