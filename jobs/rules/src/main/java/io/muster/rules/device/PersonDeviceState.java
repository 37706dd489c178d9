package io.muster.rules.device;

import io.muster.rules.alarm.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a person beside positions.
 *
 * @param tags sorted by key
 * @param passedInMillis ordering time of a pass in after which a tag is waited for; null = none is
 * @param passedOutMillis when the person passed out, ms since the epoch, ordering time; null = not, or in again
 * @param told findings that hold
 * @param seq number of the last finding
 */
public record PersonDeviceState(
        String site,
        String trackableId,
        List<CarriedTag> tags,
        @Nullable Long passedInMillis,
        @Nullable Long passedOutMillis,
        List<Finding> told,
        long seq) {}
