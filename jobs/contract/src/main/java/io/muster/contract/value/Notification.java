package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who must be told what, by when: the value of the topic of notifications.
 *
 * @param site site id
 * @param seq number of this record under its key, from 1; with the writer epoch it decides which of two is newer
 * @param trackableId who is told; the key. {@code managers} is whoever is on duty as one, which the paging system knows
 * @param ended whether it says that the alarm has ended
 * @param channels {@code tag}, {@code phone}, {@code broadcast}
 * @param due by when it must have reached them
 */
public record Notification(
        String notificationId,
        String site,
        long seq,
        String trackableId,
        String alarmId,
        AlarmKind kind,
        Level level,
        boolean ended,
        Name text,
        List<String> channels,
        Instant createdAt,
        @Nullable Instant due) {
    public Notification {
        Required.field("notification_id", notificationId);
        Required.field("site", site);
        Required.field("trackable_id", trackableId);
        Required.field("alarm_id", alarmId);
        Required.field("kind", kind);
        Required.field("level", level);
        Required.field("text", text);
        channels = Required.list(channels);
        Required.field("created_at", createdAt);
    }
}
