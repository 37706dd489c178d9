package io.muster.contract.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may be in a fence, when, and who must be there.
 *
 * @param allowedPersonTypes who may be inside; empty = everybody, and nobody where the role is {@code forbidden}
 * @param allowedTrackables people who may be inside whatever their type, ids
 * @param allowedPosts posts whose people may be inside; empty = all
 * @param allowedTimes when people may be inside, by the clock of the plan's {@code time_zone}; empty = always
 * @param requiredTrackables people who must be inside, ids
 * @param mustStay people who, once inside, must not leave, ids
 * @param absenceMillis how long a post may be left, or staff be too few, before an alarm, 1 or more; null = the profile's
 * @param tagsPutAway whether people put their tags away here: who falls silent here has left
 */
public record FenceConduct(
        List<String> allowedPersonTypes,
        List<String> allowedTrackables,
        List<String> allowedPosts,
        List<DailySpan> allowedTimes,
        List<String> requiredTrackables,
        List<String> mustStay,
        @Nullable Long absenceMillis,
        boolean tagsPutAway) {
    public FenceConduct {
        allowedPersonTypes = List.copyOf(allowedPersonTypes);
        allowedTrackables = List.copyOf(allowedTrackables);
        allowedPosts = List.copyOf(allowedPosts);
        allowedTimes = List.copyOf(allowedTimes);
        requiredTrackables = List.copyOf(requiredTrackables);
        mustStay = List.copyOf(mustStay);
    }
}
