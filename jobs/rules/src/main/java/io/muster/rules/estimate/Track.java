package io.muster.rules.estimate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of a person after a fix.
 *
 * @param x posterior mean, metres
 * @param y posterior mean, metres
 * @param accuracyMetres radius that holds 68.27 % of the posterior, > 0; see {@link EstimateOptions#floorShare()}
 * @param standingSinceMillis since when the person stands, event time, told back to the stop; null = walks, or not known yet
 * @param standing how sure it is that the person stands, 0 to 1
 * @param cells what is believed under each {@link EstimateOptions#noises() kind of noise}, in that order
 * @param last the newest fix of each tag, newest first
 */
public record Track(
        double x,
        double y,
        double accuracyMetres,
        @Nullable Long standingSinceMillis,
        double standing,
        List<Cell> cells,
        List<Seen> last) {
    public Track {
        cells = cells == null ? List.of() : cells;
        last = last == null ? List.of() : last;
    }
}
