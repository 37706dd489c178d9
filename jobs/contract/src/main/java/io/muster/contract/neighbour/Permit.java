package io.muster.contract.neighbour;

import io.muster.contract.MissingFieldException;
import io.muster.contract.Required;
import io.muster.contract.omlox.Point;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of special work as it stands (AQ 3064.2 A.1, with ids where it has names): the value of {@code permits}.
 *
 * @param ticketType one of {@link #TYPES}
 * @param ticketStatus 0 not issued, 1 issued, 2 at work, 3 accepted, 4 void, 5 withdrawn, 6 paused
 * @param startTime of its validity
 * @param endTime of its validity, after the start
 * @param fenceId where the work is; null = at a position
 * @param position in metres of the site; null = in a fence
 * @param radius metres around the position, > 0; null = in a fence
 * @param guardian person id; null = nobody
 * @param workers person ids, without the guardian
 * @param approver person id of who is to sign; null = nobody
 * @param approvedBy person id of who signed; null until then
 * @param approvedAt when; null until then
 * @param isContractorWork null = not said
 * @param timestamp of this change
 */
public record Permit(
        String permitId,
        String ticketType,
        String ticketStatus,
        Instant startTime,
        Instant endTime,
        @Nullable String fenceId,
        @Nullable Point position,
        @Nullable Double radius,
        @Nullable String guardian,
        List<String> workers,
        @Nullable String approver,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Boolean isContractorWork,
        Instant timestamp) {
    /** Hot work 01 to 03, electricity 10, height 21 to 24, digging 30, road 40, blind 50, lifting 61 to 63, confined space 70. */
    public static final List<String> TYPES =
            List.of("01", "02", "03", "10", "21", "22", "23", "24", "30", "40", "50", "61", "62", "63", "70");

    private static final List<String> STATUSES = List.of("0", "1", "2", "3", "4", "5", "6");

    public Permit {
        Ask.id("permit_id", permitId);
        Ask.oneOf("ticket_type", ticketType, TYPES);
        Ask.oneOf("ticket_status", ticketStatus, STATUSES);
        Required.field("start_time", startTime);
        Required.field("end_time", endTime);
        Required.field("timestamp", timestamp);
        if (!endTime.isAfter(startTime)) {
            throw new IllegalArgumentException("end_time: expected later than start_time");
        }
        Ask.idOrNothing("fence_id", fenceId);
        if (fenceId == null && position == null) {
            throw new MissingFieldException("fence_id");
        }
        if (radius != null && !(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("radius: expected above 0 and finite, was " + radius);
        }
        if (fenceId == null && radius == null) {
            throw new MissingFieldException("radius");
        }
        Ask.idOrNothing("guardian", guardian);
        workers = Required.list(workers);
        Ask.ids("workers", workers);
        Ask.idOrNothing("approver", approver);
        Ask.idOrNothing("approved_by", approvedBy);
    }
}
