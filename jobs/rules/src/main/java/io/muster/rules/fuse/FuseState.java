package io.muster.rules.fuse;

import io.muster.rules.estimate.Track;
import io.muster.rules.identify.Technology;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a person's tags.
 *
 * @param credible the last position that was believed; null = none yet
 * @param newest the fix that the last position was decided by, believed or not; null = none yet
 * @param heard newest event time per technology, also of fixes that made no position
 * @param floor the last confirmed floor; null = none yet
 * @param candidateFloor a floor on its way to be believed; null = none
 * @param candidateCount fixes in a row that named it
 * @param jumps suspected jumps in a row that are held back
 * @param jumpSinceMillis event time of the first of them
 * @param seq how many positions were told
 * @param track what the estimator believes; null = nothing yet, or there is none
 */
public record FuseState(
        @Nullable Position credible,
        @Nullable Newest newest,
        List<Heard> heard,
        @Nullable Double floor,
        @Nullable Double candidateFloor,
        int candidateCount,
        int jumps,
        long jumpSinceMillis,
        long seq,
        @Nullable Track track) {

    static final FuseState NOTHING = new FuseState(null, null, List.of(), null, null, 0, 0, 0, 0, null);

    public FuseState {
        heard = heard == null ? List.of() : heard;
    }

    FuseState withHeard(List<Heard> now) {
        return new FuseState(
                credible, newest, now, floor, candidateFloor, candidateCount, jumps, jumpSinceMillis, seq, track);
    }

    /** Which fix the last position was decided by. */
    public record Newest(String providerId, Technology technology, long eventMillis) {}

    /** When a technology was last heard of this person, event time. */
    public record Heard(Technology technology, long eventMillis) {}
}
