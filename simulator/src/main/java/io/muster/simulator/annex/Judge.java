package io.muster.simulator.annex;

import java.util.List;
import java.util.function.LongFunction;

/** Asks a model for its reports, or for its two delays, and counts. */
final class Judge {
    /** A gathering is one when it has lasted longer (AQ 3064.3 3.5). */
    private static final long GATHERING_MILLIS = 60_000;

    private static final long MINUTE = 60_000;
    /** Delays are found to this. */
    private static final long STEP_MILLIS = 50;

    private Judge() {}

    /** @param views what the model says, as it is readable at a moment of simulated time */
    static Outcome of(Layout layout, String model, LongFunction<View> views) {
        if (layout.question() == Question.THREE_COME_AND_GO) {
            return delays(layout, model, views);
        }
        long wrong = 0;
        for (long at = layout.judgedFromMillis(); at <= layout.durationMillis(); at += Layout.REPORT_MILLIS) {
            if (views.apply(at).isWrong(layout.question())) {
                wrong++;
            }
        }
        long minutes = Math.max(1, (layout.durationMillis() - layout.judgedFromMillis()) / MINUTE);
        return new Outcome(layout.question(), model, layout.reports(), wrong, minutes, List.of(), List.of());
    }

    private static Outcome delays(Layout layout, String model, LongFunction<View> views) {
        long together = 0;
        while (!layout.together(3, together)) {
            together += STEP_MILLIS;
        }
        long apart = layout.judgedFromMillis();
        while (layout.together(3, apart)) {
            apart += STEP_MILLIS;
        }
        long full = together + GATHERING_MILLIS;
        long warned = first(0, apart, at -> views.apply(at).warning());
        long from = warned == Outcome.NEVER ? apart : Math.max(apart, warned);
        long dispersed =
                first(from, layout.durationMillis(), at -> views.apply(at).together() < 3);
        return new Outcome(
                layout.question(),
                model,
                0,
                0,
                0,
                List.of(warned == Outcome.NEVER ? Outcome.NEVER : warned - full),
                List.of(dispersed == Outcome.NEVER ? Outcome.NEVER : dispersed - apart));
    }

    private static long first(long from, long until, java.util.function.LongPredicate holds) {
        for (long at = from; at <= until; at += STEP_MILLIS) {
            if (holds.test(at)) {
                return at;
            }
        }
        return Outcome.NEVER;
    }
}
