package io.muster.stream.decode;

import io.muster.rules.Ordered;
import io.muster.rules.identify.StatusReport;
import io.muster.rules.identify.Technology;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor reported of a tag: a place, a beacon that it heard, or what it said of itself.
 *
 * @param providerKey the tag's id in the form in which it is matched
 * @param beacon the beacon that was heard; null = this is a place
 * @param crs of {@link #first} and {@link #second}: {@code local} or an EPSG code; empty for a beacon
 * @param first x in metres, or longitude
 * @param second y in metres, or latitude
 * @param accuracyMetres as the vendor gave it; null = not given
 * @param generatedMillis {@code timestamp_generated}, else {@code timestamp_sent}; null = neither was there
 * @param key the record's key; null where it had none
 * @param status what a tag said of itself: then there is no place; null = this is a place
 * @param original the bytes, kept where the place can be found out by a plan only, since that may fail
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, never compared.
public record Reported(
        String site,
        String vendor,
        Technology technology,
        String providerId,
        String providerKey,
        @Nullable String beacon,
        String crs,
        double first,
        double second,
        double z,
        @Nullable Double floor,
        @Nullable Double accuracyMetres,
        @Nullable Long generatedMillis,
        long timeMillis,
        long arrivalMillis,
        String origin,
        int partition,
        long offset,
        byte @Nullable [] key,
        byte @Nullable [] original,
        @Nullable StatusReport status)
        implements Ordered {

    @Override
    public long eventMillis() {
        return generatedMillis == null ? arrivalMillis : generatedMillis;
    }
}
