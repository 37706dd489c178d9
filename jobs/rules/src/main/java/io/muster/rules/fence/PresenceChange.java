package io.muster.rules.fence;

import io.muster.rules.Ordered;
import io.muster.rules.identify.Mark;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The presence of one person in one zone changed.
 *
 * @param from what it was
 * @param to what it is
 * @param crossing ENTRY or EXIT where this is an omlox fence event; null for doubt that came or went
 * @param reason wire word: crossing, tolerance_timeout, signal_timeout, floor_change, fence_ended, reappeared, gate, released, tag_put_away; of
 *     what changes no presence: movement, person (the people file)
 * @param by of a release: who asked for it; else null
 * @param sinceMillis event time of the first fix inside (omlox {@code entry_time}); of an exit: of the stay that ends
 * @param x where the person was at the deciding fix, metres
 * @param stillSinceMillis event time since which the person has not moved, by the sensor of the tag or by positions; null = moves, or not known
 * @param dwellMillis of an exit: how long the stay was, in event time; else 0
 * @param timeMillis ordering time of the decision
 * @param eventMillis event time of the fix that decided, or the wake-up's own time
 * @param seq number of this record of this person, from 1
 */
public record PresenceChange(
        String site,
        String fenceId,
        String trackableId,
        Who who,
        Presence from,
        Presence to,
        @Nullable Crossing crossing,
        String reason,
        @Nullable String by,
        long sinceMillis,
        String providerId,
        Technology technology,
        double x,
        double y,
        @Nullable Double floor,
        double accuracyMetres,
        long fixMillis,
        @Nullable Long stillSinceMillis,
        long dwellMillis,
        String planVersion,
        List<Mark> marks,
        long timeMillis,
        long eventMillis,
        long seq)
        implements Ordered {

    @Override
    public String origin() {
        return "fence/" + trackableId;
    }

    @Override
    public long offset() {
        return seq;
    }
}
