package io.muster.rules.window;

import org.jspecify.annotations.Nullable;

/**
 * The window of a zone that is open, and what it has seen so far. One per fence; it stays, small, while nobody is there, since the numbers of
 * its windows go on and the limit stays known.
 *
 * @param startMillis start of the open window, ordering time; null = silent: nobody is there, and that was told
 * @param follows whether somebody was there in the window before: then this one is told even if it is empty
 * @param count confirmed + stale, now
 * @param over whether the counted people are above the limit, now
 * @param sinceMillis since when {@code count} and {@code over} have held, not before the window's start
 * @param personMillis integral of the count from the start to {@code sinceMillis}, person-milliseconds
 * @param min lowest count that lasted, before {@code sinceMillis}; null = {@code sinceMillis} is the start
 * @param max highest count that lasted, before {@code sinceMillis}
 * @param overSeen whether the limit was exceeded before {@code sinceMillis}
 * @param newestFixMillis event time of the newest sample in it; null = none yet
 * @param limit newest known; null = none
 * @param seq number of the last window told
 */
public record WindowState(
        String site,
        String fenceId,
        @Nullable Long startMillis,
        boolean follows,
        int count,
        boolean over,
        long sinceMillis,
        long personMillis,
        @Nullable Integer min,
        int max,
        boolean overSeen,
        int samples,
        @Nullable Long newestFixMillis,
        @Nullable Integer limit,
        String planVersion,
        long seq) {
    public WindowState {
        planVersion = planVersion == null ? "" : planVersion;
    }

    /** A window opens with what holds now. */
    WindowState opened(long atMillis, boolean afterSomebody) {
        return new WindowState(
                site,
                fenceId,
                atMillis,
                afterSomebody,
                count,
                over,
                atMillis,
                0,
                null,
                0,
                false,
                0,
                null,
                limit,
                planVersion,
                seq);
    }

    WindowState silent() {
        return new WindowState(
                site, fenceId, null, false, count, over, 0, 0, null, 0, false, 0, null, limit, planVersion, seq);
    }

    WindowState numbered() {
        return new WindowState(
                site,
                fenceId,
                startMillis,
                follows,
                count,
                over,
                sinceMillis,
                personMillis,
                min,
                max,
                overSeen,
                samples,
                newestFixMillis,
                limit,
                planVersion,
                seq + 1);
    }

    WindowState sampled(String newPlanVersion, long fixMillis) {
        return new WindowState(
                site,
                fenceId,
                startMillis,
                follows,
                count,
                over,
                sinceMillis,
                personMillis,
                min,
                max,
                overSeen,
                samples + 1,
                newestFixMillis == null ? fixMillis : Long.valueOf(Math.max(newestFixMillis, fixMillis)),
                limit,
                newPlanVersion,
                seq);
    }

    WindowState changed(int newCount, boolean newOver) {
        return new WindowState(
                site,
                fenceId,
                startMillis,
                follows,
                newCount,
                newOver,
                sinceMillis,
                personMillis,
                min,
                max,
                overSeen,
                samples,
                newestFixMillis,
                limit,
                planVersion,
                seq);
    }

    WindowState withPlan(@Nullable Integer newLimit, String newPlanVersion) {
        return new WindowState(
                site,
                fenceId,
                startMillis,
                follows,
                count,
                over,
                sinceMillis,
                personMillis,
                min,
                max,
                overSeen,
                samples,
                newestFixMillis,
                newLimit,
                newPlanVersion,
                seq);
    }
}
