package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What really happened, written down by the simulator: a line of a truth file.
 *
 * @param due by when it must have been raised
 * @param end null = holds to the end of the file
 * @param tolerated true: neither a miss nor a false alarm counts
 */
public record TruthLine(
        AlarmKind kind,
        Subject subject,
        Instant onset,
        @Nullable Instant due,
        @Nullable Instant end,
        List<String> trackableIds,
        @Nullable Level level,
        boolean tolerated) {
    public TruthLine {
        Required.field("kind", kind);
        Required.field("subject", subject);
        Required.field("onset", onset);
        trackableIds = Required.list(trackableIds);
    }
}
