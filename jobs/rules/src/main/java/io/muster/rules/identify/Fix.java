package io.muster.rules.identify;

import io.muster.rules.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's position of a tag, with the person who carries it, in metres of the site.
 *
 * @param trackableId the person; for an unknown tag an id derived from the tag
 * @param who the person as the people file has them
 * @param z metres above the floor; 0 = not known
 * @param floor null = not known
 * @param accuracyMetres radius at 68 %, > 0
 * @param timeMillis ordering time
 * @param eventMillis the vendor's {@code timestamp_generated}, or arrival where that is missing or its clock is at fault
 * @param arrivalMillis when the broker took the record, as a running maximum of its partition
 */
public record Fix(
        String site,
        String trackableId,
        Who who,
        String providerId,
        String vendor,
        Technology technology,
        double x,
        double y,
        double z,
        @Nullable Double floor,
        double accuracyMetres,
        long timeMillis,
        long eventMillis,
        long arrivalMillis,
        String origin,
        int partition,
        long offset,
        List<Mark> marks)
        implements Ordered {}
