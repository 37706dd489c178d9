package io.muster.rules.device;

import io.muster.rules.alarm.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a vendor.
 *
 * @param heardMillis ordering time of the newest record that was told; null = none was
 * @param live keys of its tags that are heard, sorted
 * @param wrong keys of those whose clock is at fault, sorted
 * @param told findings that hold
 * @param seq number of the last finding
 * @param carriers who carries the tags that are heard, by key of the tag
 */
public record VendorState(
        String site,
        String vendor,
        @Nullable Long heardMillis,
        List<String> live,
        List<String> wrong,
        List<Finding> told,
        long seq,
        Map<String, String> carriers) {
    public VendorState {
        live = live == null ? List.of() : live;
        wrong = wrong == null ? List.of() : wrong;
        carriers = carriers == null ? Map.of() : carriers;
    }
}
