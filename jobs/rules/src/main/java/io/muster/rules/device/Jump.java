package io.muster.rules.device;

import io.muster.rules.identify.TagSpot;
import org.jspecify.annotations.Nullable;

/**
 * A tag was here, and then there.
 *
 * @param from where it was before; of several jumps on one way, before the first
 * @param timeMillis ordering time
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
        @Nullable String undoes) {

    /** The same, once it is known where the tag is. */
    Jump landing(TagSpot there) {
        return new Jump(trackableId, providerId, key, vendor, from, there, timeMillis, undoes);
    }
}
