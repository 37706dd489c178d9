package io.muster.rules.identify;

import io.muster.rules.Ordered;
import org.jspecify.annotations.Nullable;

/**
 * What changed about a tag: the few things that must be known beside its fixes. Numbered within the tag, so that what happens to a tag at one
 * instant stays in its order.
 *
 * @param providerKey the tag's id in the form in which it is matched
 * @param vendor who reported the tag when it was heard; stays until it is silent
 * @param trackableId who carries it; for an unknown tag an id derived from the tag
 * @param unknown nobody is known to carry it
 * @param spot the newest fix; null = there has been none
 * @param before of a jump: the fix before; else null
 * @param status of STATUS: what was said; else null
 * @param timeMillis ordering time
 * @param seq number of this news of the tag, from 1
 */
public record TagNews(
        String site,
        String providerId,
        String providerKey,
        String vendor,
        String trackableId,
        boolean unknown,
        Kind kind,
        @Nullable TagSpot spot,
        @Nullable TagSpot before,
        @Nullable StatusReport status,
        long timeMillis,
        long seq)
        implements Ordered {

    public enum Kind {
        /** The first fix, the first after silence, or the first with this person. */
        HEARD,
        /** No fix for {@link TagOptions#silentAfterMillis()}. */
        SILENT,
        /** From now on somebody else carries it; told of the one who did. */
        GONE,
        /** Farther from the fix before than anybody goes in that time. */
        JUMPED,
        /** So long after a jump that no excursion of a radio lasts ({@link TagOptions#settledAfterMillis()}): the spot is where it is now. */
        SETTLED,
        /** Its clock is at fault. */
        CLOCK_WRONG,
        /** Its clock has been right for a while, or nothing is heard of it any more. */
        CLOCK_RIGHT,
        /** It said something of itself. */
        STATUS
    }

    @Override
    public long eventMillis() {
        return timeMillis;
    }

    @Override
    public String origin() {
        return "identify/" + providerKey;
    }

    @Override
    public long offset() {
        return seq;
    }
}
