package io.muster.console.history;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Who was counted where at a moment. */
public final class HeadCounts {
    /** A zone's report is stored at each change and once an hour while somebody is in it: what is older says that nobody was. */
    private static final Duration BACK = Duration.ofMinutes(65);

    private final Database database;

    public HeadCounts(Database database) {
        this.database = database;
    }

    /** @param document the last report of the zone before the moment, as in {@code zone-occupancy} */
    public record Zone(String fenceId, Instant asOf, int confirmed, int possible, int stale, String document) {}

    /** Zones that had somebody in them, or had until an hour before; by id. */
    public List<Zone> at(String site, Instant moment) {
        return database.jdbc()
                .query(
                        "SELECT DISTINCT ON (fence_id) fence_id, at, confirmed, possible, stale, document::text FROM occupancy"
                                + " WHERE site = ? AND at > ? AND at <= ? ORDER BY fence_id, at DESC, writer_epoch DESC, seq DESC",
                        (row, number) -> new Zone(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getString(6)),
                        site,
                        Sql.time(moment.minus(BACK)),
                        Sql.time(moment));
    }
}
