package io.muster.rules.fuse;

import io.muster.rules.Ordered;
import io.muster.rules.identify.Mark;
import io.muster.rules.identify.Technology;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is, fused from all tags. One person has one position.
 *
 * @param floor null = not known: the person is possibly on every floor
 * @param providerId the tag that this position rests on
 * @param seq number of this position of this person, from 1
 */
public record Position(
        String site,
        String trackableId,
        @Nullable String department,
        String personType,
        String providerId,
        Technology technology,
        double x,
        double y,
        double z,
        @Nullable Double floor,
        double accuracyMetres,
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
