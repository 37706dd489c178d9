package io.muster.console.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a tag said of itself last.
 *
 * @param id as the vendor writes it
 * @param key the form in which tags are matched
 * @param batteryPercent 0 to 100
 * @param button {@code none} or {@code sos}
 */
public record LiveTag(
        String id,
        String key,
        String vendor,
        @Nullable Integer batteryPercent,
        @Nullable String button,
        Instant heardAt) {}
