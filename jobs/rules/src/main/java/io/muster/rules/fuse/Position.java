package io.muster.rules.fuse;

import io.muster.rules.Ordered;
import io.muster.rules.identify.Mark;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is, fused from all tags. One person has one position.
 *
 * @param floor null = not known: the person is possibly on every floor
 * @param providerId the tag that this position rests on
 * @param accuracyMetres radius at 68.27 % (AQ 3064.3 3.3), > 0
 * @param standingSinceMillis event time since which this person is believed to stand; null = moves, or not known
 * @param seq number of this position of this person, from 1
 */
public record Position(
        String site,
        String trackableId,
        Who who,
        String providerId,
        Technology technology,
        double x,
        double y,
        double z,
        @Nullable Double floor,
        double accuracyMetres,
        @Nullable Long standingSinceMillis,
        long timeMillis,
        long eventMillis,
        long seq,
        List<Mark> marks)
        implements Ordered {

    @Override
    public String origin() {
        return "fuse/" + trackableId;
    }

    @Override
    public long offset() {
        return seq;
    }
}
