package io.muster.rules.device;

import io.muster.rules.identify.TagSpot;
import org.jspecify.annotations.Nullable;

/**
 * A tag was here, and then there.
 *
 * @param undoes key of the tag that it was swapped with until this jump; null = with none
 */
public record Jump(
        String trackableId,
        String providerId,
        String key,
        String vendor,
        TagSpot from,
        TagSpot to,
        long timeMillis,
        @Nullable String undoes) {}
