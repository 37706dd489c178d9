package io.muster.simulator.truth;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which an alarm must be raised, or may be.
 *
 * @param dueMillis by when it must be readable
 * @param tolerated it may be raised but need not
 */
record Verdict(long onsetMillis, long dueMillis, long endMillis, boolean tolerated) {
    /** Whoever walks over the outline is surely inside this soon after, metres of margin included. */
    private static final long PROMPT_MILLIS = 3_000;
    /** What becomes clear later than that must hold this long, to give a rule time to believe it. */
    private static final long LATE_SURE_MILLIS = 20_000;
    /** Shorter stretches of doubt after a truth belong to its going. */
    private static final long REST_MILLIS = 10_000;
    /** Shorter ones before it are what noise may do anyhow: an alarm may come so much before it is asked for. */
    private static final long BEFORE_MILLIS = 5_000;

    /**
     * Demands on the levels of something, in milliseconds.
     *
     * @param lasts how long it must be so before an alarm is right
     * @param sure surely so for so long makes a truth
     * @param possible possibly so for so long is tolerated; shorter is nothing
     */
    record Demand(long lasts, long sure, long possible) {

        /** An alarm at once, a truth after so long. */
        static Demand atOnce(long sure) {
            return new Demand(0, sure, 0);
        }

        /** An alarm after so long, with some seconds of doubt about how long it was. */
        static Demand after(long lasts) {
            return new Demand(lasts, lasts + 5_000, Math.max(0, lasts - 10_000));
        }
    }

    /**
     * What must and what may be raised. Each stretch of the possible brings one truth at most, since nobody can say whether an alarm goes on or comes again as
     * long as it never surely was over. The truth begins with the true crossing if it is clear within 3 s; otherwise (somebody on the edge, a radio in doubt) when
     * it becomes clear, and is due from there, if it holds for 20 s more.
     */
    static List<Verdict> of(Levels levels, Demand demand) {
        List<Verdict> verdicts = new ArrayList<>();
        Spans possible = levels.possible();
        for (int i = 0; i < possible.size(); i++) {
            Verdict truth = truthWithin(possible.from(i), possible.until(i), levels, demand);
            if (truth == null) {
                tolerate(possible.from(i), possible.until(i), demand, demand.possible(), verdicts);
            } else {
                long before = Math.max(BEFORE_MILLIS, demand.possible());
                tolerate(possible.from(i), truth.onsetMillis(), demand, before, verdicts);
                verdicts.add(truth);
                long after = Math.max(REST_MILLIS, demand.possible());
                tolerate(truth.endMillis(), possible.until(i), demand, after, verdicts);
            }
        }
        return verdicts;
    }

    private static @Nullable Verdict truthWithin(long from, long until, Levels levels, Demand demand) {
        Spans sure = levels.sure();
        for (int i = sure.firstEndingAfter(from); i < sure.size() && sure.from(i) < until; i++) {
            int nominal = levels.nominal().indexAt(sure.from(i));
            if (nominal < 0 || sure.length(i) < demand.sure()) {
                continue;
            }
            long crossing = levels.nominal().from(nominal);
            boolean isPrompt = sure.from(i) - crossing <= PROMPT_MILLIS;
            if (isPrompt || sure.length(i) >= Math.max(demand.sure(), demand.lasts() + LATE_SURE_MILLIS)) {
                long onset = isPrompt ? crossing : sure.from(i);
                long due = onset + demand.lasts() + Happening.ALLOWANCE_MILLIS;
                return new Verdict(onset, due, levels.nominal().until(nominal), false);
            }
        }
        return null;
    }

    private static void tolerate(long from, long until, Demand demand, long least, List<Verdict> out) {
        if (until - from >= Math.max(1, least)) {
            out.add(new Verdict(from, from + demand.lasts() + Happening.ALLOWANCE_MILLIS, until, true));
        }
    }
}
