package io.muster.console.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which alarms: all of what is not null.
 *
 * @param from raised at or after
 * @param to raised before
 * @param fence id of a zone that the alarm names
 * @param person id of a person that the alarm names
 */
public record AlarmQuery(
        String site,
        Instant from,
        Instant to,
        @Nullable String kind,
        @Nullable String level,
        @Nullable String state,
        @Nullable String fence,
        @Nullable String person) {}
