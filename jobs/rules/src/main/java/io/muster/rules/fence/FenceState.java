package io.muster.rules.fence;

import io.muster.rules.fuse.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a person and all zones.
 *
 * @param last the newest position; null when there is no stay
 * @param planVersion the one that it was placed by
 * @param stays sorted by fence id
 * @param seq how many changes were told
 */
public record FenceState(@Nullable Position last, String planVersion, List<Stay> stays, long seq) {

    static final FenceState NOTHING = new FenceState(null, "", List.of(), 0);

    public FenceState {
        planVersion = planVersion == null ? "" : planVersion;
        stays = stays == null ? List.of() : stays;
    }
}
