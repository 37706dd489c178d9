package io.muster.rules.place;

import org.jspecify.annotations.Nullable;

/**
 * What the fence stage must know of a zone beside its shape and tolerances.
 *
 * @param behindGates whether it is a production area with gates, or lies inside of one: who passes out is not there any more
 * @param tagsPutAway whether people put their tags away here: who falls silent here has left
 * @param motionWatched whether somebody watches if people move here
 * @param endsAtMillis of a temporary fence: when it ends, ordering time; null = with the plan version
 */
public record ZoneTraits(
        boolean behindGates,
        boolean tagsPutAway,
        boolean motionWatched,
        @Nullable Long endsAtMillis) {

    /** Nothing special. */
    public static final ZoneTraits NONE = new ZoneTraits(false, false, false, null);
}
