package io.muster.rules.risk;

import io.muster.rules.gathering.GatheringChange;
import org.jspecify.annotations.Nullable;

/**
 * A gathering that has not ended.
 *
 * @param base as the gathering stage told it last
 * @param baseSinceMillis since when its level has been at least what the count says now, ordering time
 * @param told as it was told last; null = never
 * @param quiet it is not told now: exempt, or two who are no reason to say anything
 * @param seq number of the last change that was told
 * @param found what the last finding said; null = none was told, or the last one said that it is over
 * @param findingSeq number of the last finding
 */
public record Open(
        GatheringChange base,
        long baseSinceMillis,
        @Nullable GatheringChange told,
        boolean quiet,
        long seq,
        @Nullable String found,
        long findingSeq) {

    static Open of(GatheringChange base) {
        return new Open(base, base.timeMillis(), null, false, 0, null, 0);
    }

    boolean isTold() {
        return told != null && !quiet;
    }

    Open now(GatheringChange change) {
        boolean same = base.baseLevel().equals(change.baseLevel());
        return new Open(change, same ? baseSinceMillis : change.timeMillis(), told, quiet, seq, found, findingSeq);
    }

    /** It is not told, from now on or still. */
    Open quietly() {
        return new Open(base, baseSinceMillis, told, true, seq, found, findingSeq);
    }

    Open told(GatheringChange change) {
        return new Open(base, baseSinceMillis, change, false, change.seq(), found, findingSeq);
    }

    /** @param news what the finding says; null = that it is over */
    Open found(@Nullable String news) {
        return new Open(base, baseSinceMillis, told, quiet, seq, news, findingSeq + 1);
    }
}
