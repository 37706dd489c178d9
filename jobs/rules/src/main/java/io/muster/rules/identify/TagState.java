package io.muster.rules.identify;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a tag.
 *
 * @param behindInARow how many of the last fixes were all far behind, at most the count that makes a fault
 * @param lastEventMillis event time of the newest fix; null = there has been none
 * @param spotSinceMillis since when the tag may have been on its way from {@code spot}: the time of the fix; where that is late or its clock at fault, the
 *     time of the last one before it that was neither; where a late one came after it, the time of that one at the latest
 * @param heardMillis ordering time of the last fix; null = it is silent, or there has been none
 * @param clockWrongMillis ordering time of the last fix with a clock at fault, while that is told; else null
 * @param jumpedMillis ordering time of the last jump, until it is told where the tag settled; null = it has
 * @param wakeMillis when its silence is looked at; null = it is silent
 * @param seq number of the last news
 */
public record TagState(
        String site,
        String providerKey,
        int behindInARow,
        @Nullable Long lastEventMillis,
        @Nullable String trackableId,
        boolean unknown,
        String providerId,
        String vendor,
        @Nullable TagSpot spot,
        long spotSinceMillis,
        @Nullable Long heardMillis,
        @Nullable Long clockWrongMillis,
        @Nullable Long jumpedMillis,
        @Nullable Long wakeMillis,
        long seq) {}
