package io.muster.rules.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people may do in a zone, and who must be there (AQ 3064.3 5.1.5, 5.2.4).
 *
 * @param overstayMillis how long somebody may stay, ms > 0; null = no limit
 * @param motionlessMillis how long somebody may lie still, ms > 0; null = no limit
 * @param absenceMillis how long a post may be left, or staff be too few, ms > 0; null = the profile's
 * @param allowedPersonTypes who may be inside; if this and the next one are empty: everybody, and nobody where the role is FORBIDDEN
 * @param allowedTrackableIds people who may be inside whatever their type
 * @param allowedPosts posts whose people may be inside; empty = all
 * @param allowedTimes when people may be inside; empty = always
 * @param timeZone IANA id by whose wall clock {@code allowedTimes} are
 * @param requiredTrackableIds people who must be inside
 * @param mustStayTrackableIds people who, once inside, must not leave
 * @param tagsPutAway whether people put their tags away here: who falls silent here has left
 */
public record ZoneConduct(
        @Nullable Long overstayMillis,
        @Nullable Long motionlessMillis,
        @Nullable Long absenceMillis,
        List<String> allowedPersonTypes,
        List<String> allowedTrackableIds,
        List<String> allowedPosts,
        List<Daily> allowedTimes,
        String timeZone,
        List<String> requiredTrackableIds,
        List<String> mustStayTrackableIds,
        boolean tagsPutAway) {

    /** Everybody may do everything. */
    public static final ZoneConduct FREE = new ZoneConduct(
            null, null, null, List.of(), List.of(), List.of(), List.of(), "UTC", List.of(), List.of(), false);

    /** Nobody puts tags away here. */
    public ZoneConduct(
            @Nullable Long overstayMillis,
            @Nullable Long motionlessMillis,
            @Nullable Long absenceMillis,
            List<String> allowedPersonTypes,
            List<String> allowedTrackableIds,
            List<String> allowedPosts,
            List<Daily> allowedTimes,
            String timeZone,
            List<String> requiredTrackableIds,
            List<String> mustStayTrackableIds) {
        this(
                overstayMillis,
                motionlessMillis,
                absenceMillis,
                allowedPersonTypes,
                allowedTrackableIds,
                allowedPosts,
                allowedTimes,
                timeZone,
                requiredTrackableIds,
                mustStayTrackableIds,
                false);
    }

    public ZoneConduct {
        allowedPersonTypes = allowedPersonTypes == null ? List.of() : allowedPersonTypes;
        allowedTrackableIds = allowedTrackableIds == null ? List.of() : allowedTrackableIds;
        allowedPosts = allowedPosts == null ? List.of() : allowedPosts;
        allowedTimes = allowedTimes == null ? List.of() : allowedTimes;
        timeZone = timeZone == null ? "UTC" : timeZone;
        requiredTrackableIds = requiredTrackableIds == null ? List.of() : requiredTrackableIds;
        mustStayTrackableIds = mustStayTrackableIds == null ? List.of() : mustStayTrackableIds;
    }

    /**
     * A time of every day; one that ends before it begins goes over midnight.
     *
     * @param fromMinute of the day, 0 to 1439
     * @param untilMinute of the day, exclusive, 0 to 1440
     */
    public record Daily(int fromMinute, int untilMinute) {}
}
