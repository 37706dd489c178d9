package io.muster.rules.identify;

import io.muster.rules.Ordered;
import org.jspecify.annotations.Nullable;

/**
 * What a tag said of itself. Ordered as it stands in the log, at its arrival, whatever its clock says: so the edges of a button are the same here as
 * for who reads them straight from the log.
 *
 * @param providerKey the tag's id in the form in which it is matched
 * @param batteryPercent 0..100; null = not said
 * @param pressed whether the button is pressed; null = not said
 * @param still whether the sensor feels no movement; null = not said
 * @param fall whether the sensor has felt a fall; null = not said
 * @param saidMillis when it was said by the vendor's clock, at most its arrival; ms since the epoch
 * @param timeMillis its arrival, ms since the epoch
 */
public record StatusReport(
        String site,
        String vendor,
        String providerId,
        String providerKey,
        @Nullable Integer batteryPercent,
        @Nullable Boolean pressed,
        @Nullable Boolean still,
        @Nullable Boolean fall,
        long saidMillis,
        long timeMillis,
        String origin,
        int partition,
        long offset)
        implements Ordered {

    @Override
    public long eventMillis() {
        return timeMillis;
    }
}
