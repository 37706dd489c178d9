package io.muster.rules.risk;

import io.muster.rules.gathering.GatheringChange;
import org.jspecify.annotations.Nullable;

/**
 * A gathering that has not ended.
 *
 * @param base as the gathering stage told it last
 * @param baseSinceMillis since when its level has been at least what the count says now, ordering time
 * @param told as it was told last; null = never
 * @param exempt it is not told now
 * @param seq number of the last change that was told
 * @param found what the last finding said; null = none was told, or the last one said that it is over
 * @param findingSeq number of the last finding
 */
public record Open(
        GatheringChange base,
        long baseSinceMillis,
        @Nullable GatheringChange told,
        boolean exempt,
        long seq,
        @Nullable String found,
        long findingSeq) {}
