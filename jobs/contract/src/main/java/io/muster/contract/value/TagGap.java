package io.muster.contract.value;

import io.muster.contract.Required;

/**
 * How long a tag was silent between two of its fixes.
 *
 * @param gapMs by the vendor's clock, ms
 */
public record TagGap(String providerId, long gapMs) {
    public TagGap {
        Required.field("provider_id", providerId);
    }
}
