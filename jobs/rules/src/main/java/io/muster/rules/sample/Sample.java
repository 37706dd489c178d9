package io.muster.rules.sample;

import io.muster.rules.Ordered;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest position of a person, at most one a second.
 *
 * @param floor null = not known
 * @param standingSinceMillis as {@link io.muster.rules.fuse.Position#standingSinceMillis()}
 * @param exempt in a zone that takes no part in gatherings
 * @param left true: the person is no longer on {@link #gatheringFloor()}; nothing but the id and the floor counts then
 * @param gatheringFloor the floor on which this person takes part in gatherings: the known one, else the last known, else 0
 * @param fenceIds the zones that contain the position (edge counts as inside), sorted
 * @param seq number of this sample of this person, from 1
 */
public record Sample(
        String site,
        String trackableId,
        Who who,
        String providerId,
        Technology technology,
        double x,
        double y,
        double z,
        @Nullable Double floor,
        double gatheringFloor,
        double accuracyMetres,
        @Nullable Long standingSinceMillis,
        boolean exempt,
        boolean left,
        List<String> fenceIds,
        String planVersion,
        long timeMillis,
        long eventMillis,
        long seq)
        implements Ordered {

    @Override
    public String origin() {
        return "sample/" + trackableId;
    }

    @Override
    public long offset() {
        return seq;
    }
}
