package io.muster.rules.device;

import io.muster.rules.identify.TagSpot;

/**
 * A tag was here, and then there.
 *
 * @param from where it was before; of several jumps on one way, before the first
 * @param sinceMillis ordering time; of several jumps on one way, of the first
 * @param timeMillis ordering time, of the last
 * @param answered whether the tag was found that went the other way
 */
public record Jump(
        String trackableId,
        String providerId,
        String key,
        String vendor,
        TagSpot from,
        TagSpot to,
        long sinceMillis,
        long timeMillis,
        boolean answered) {

    /** The same, once it is known where the tag is. */
    Jump landing(TagSpot there) {
        return new Jump(trackableId, providerId, key, vendor, from, there, sinceMillis, timeMillis, answered);
    }

    /** The same way, which went on from another jump. */
    Jump after(Jump first) {
        return new Jump(trackableId, providerId, key, vendor, first.from, to, first.sinceMillis, timeMillis, answered);
    }

    Jump answered(boolean isAnswered) {
        return new Jump(trackableId, providerId, key, vendor, from, to, sinceMillis, timeMillis, isAnswered);
    }
}
