package io.muster.simulator.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Head counts against truth and against the gates.
 *
 * @param everyMillis how often it was looked
 * @param lagMillis a count is right if it is the true one of any moment of this long before
 * @param fences one row per fence that truth or the job counts people in, worst first
 * @param production the fence that the gates lead to; null where truth holds no presences
 */
public record HeadCountResult(
        long everyMillis,
        long lagMillis,
        List<FenceRow> fences,
        @Nullable Production production) {

    /**
     * One fence.
     *
     * @param name empty where no record tells one
     * @param right looks at which the count was right
     * @param worst largest difference at any look, people; 0 = always right
     * @param worstAtMillis when; 0 where always right
     */
    public record FenceRow(String fenceId, String name, Share right, int worst, long worstAtMillis) {}

    /**
     * The fence that the gates lead to, look by look.
     *
     * @param looks in the order of time
     * @param passes people who truly went through a gate
     * @param recordedPasses passes that a gate wrote down
     */
    public record Production(String fenceId, String name, List<Look> looks, int passes, int recordedPasses) {}

    /**
     * One look.
     *
     * @param real who truly is inside
     * @param counted confirmed and stale, as a reader saw it then
     * @param off people that the count is away from what it may be; 0 = right
     * @param gates who was inside at the first look, and those whom the gates have recorded since, in less out
     */
    public record Look(long atMillis, int real, int counted, int off, int gates) {}

    /** All looks at all fences. */
    public Share right() {
        long hits = 0;
        long of = 0;
        for (FenceRow row : fences) {
            hits += row.right().hits();
            of += row.right().of();
        }
        return new Share(hits, of);
    }

    /** Largest difference anywhere, people. */
    public int worst() {
        return fences.stream().mapToInt(FenceRow::worst).max().orElse(0);
    }
}
