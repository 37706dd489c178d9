package io.muster.rules.identify;

import io.muster.rules.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fix as the vendor's clock has it, already in metres of the site and with the person who carries the tag; or what a tag said of itself, which
 * has no place.
 *
 * @param providerKey the tag's id in the form in which it is matched
 * @param generatedMillis the vendor's {@code timestamp_generated}, else {@code timestamp_sent}; null = the record had no time
 * @param marks doubts that the lookup found
 * @param status null = this is a fix
 */
public record Report(
        String site,
        String trackableId,
        Who who,
        String providerId,
        String providerKey,
        String vendor,
        Technology technology,
        double x,
        double y,
        double z,
        @Nullable Double floor,
        double accuracyMetres,
        long timeMillis,
        @Nullable Long generatedMillis,
        long arrivalMillis,
        String origin,
        int partition,
        long offset,
        List<Mark> marks,
        @Nullable StatusReport status)
        implements Ordered {

    @Override
    public long eventMillis() {
        return generatedMillis == null ? arrivalMillis : generatedMillis;
    }
}
