package io.muster.contract.value;

import io.muster.contract.Required;
import io.muster.contract.omlox.Point;
import org.jspecify.annotations.Nullable;

/**
 * What we add to an omlox FenceEvent, under {@code properties.muster}: omlox has no position, floor, accuracy nor reason.
 *
 * @param site site id
 * @param seq number of this record under its key, from 1; with the writer epoch it decides which of two is newer
 * @param reason one of crossing, tolerance_timeout, signal_timeout, floor_change, fence_ended, reappeared, correction, gate, released, tag_put_away
 * @param by of a release: the person who asked for it
 * @param position where the deciding fix was
 * @param crs always written
 * @param accuracy metres
 * @param dwellMs of an exit: how long the stay was
 * @param planVersion plan version in force at the decision
 * @param late decided on a fix more than 5 s behind
 * @param confidence {@code certain}, {@code likely} or {@code doubtful}
 * @param technology such as {@code uwb}
 */
public record FenceEventProperties(
        String site,
        long seq,
        String reason,
        @Nullable String by,
        @Nullable Point position,
        String crs,
        @Nullable Double floor,
        @Nullable Double accuracy,
        @Nullable Long dwellMs,
        @Nullable String planVersion,
        boolean late,
        @Nullable String confidence,
        @Nullable String technology) {
    public FenceEventProperties {
        Required.field("site", site);
        Required.field("reason", reason);
        Required.field("crs", crs);
    }
}
