package io.muster.rules.context;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A work permit as it stands (AQ 3064.2 A.1).
 *
 * @param ticketType 01 to 03 hot work, 10 electricity, 21 to 24 height, 30 digging, 40 road, 50 blind, 61 to 63 lifting, 70 confined space
 * @param ticketStatus 0 written, 1 signed, 2 work goes on, 3 accepted, 4 void, 5 withdrawn, 6 paused
 * @param startMillis of its validity, ms since the epoch
 * @param endMillis of its validity, ms since the epoch
 * @param fenceId where the work is; null = at a position
 * @param x metres of the site; null = in a fence
 * @param y metres of the site; null = in a fence
 * @param radiusMetres around the position, > 0; null = in a fence
 * @param guardian id of a trackable; null = nobody
 * @param workers ids of trackables, sorted
 * @param approver id of a trackable; null = nobody
 */
public record Permit(
        String permitId,
        String ticketType,
        String ticketStatus,
        long startMillis,
        long endMillis,
        @Nullable String fenceId,
        @Nullable Double x,
        @Nullable Double y,
        @Nullable Double radiusMetres,
        @Nullable String guardian,
        List<String> workers,
        @Nullable String approver) {
    public Permit {
        workers = workers == null ? List.of() : workers;
    }

    /** Whether work goes on under it. */
    public boolean working() {
        return ticketStatus.equals("2");
    }
}
