package io.muster.rules.alarm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition that explains others ({@link Suppression}).
 *
 * @param alarmId of its alarm, which those that it explains name
 * @param trackableIds whom it is about, sorted
 * @param endsMillis when it explains nothing more, a while after its end, so that what it explained has the time to end as well; null = it holds
 */
public record Cause(
        String alarmId,
        String kind,
        String subjectId,
        @Nullable String vendor,
        List<String> trackableIds,
        @Nullable Long endsMillis) {
    public Cause {
        trackableIds = trackableIds == null ? List.of() : trackableIds;
    }

    boolean isOf(String ofKind, String ofSubjectId) {
        return kind.equals(ofKind) && subjectId.equals(ofSubjectId);
    }

    Cause ending(long millis) {
        return new Cause(alarmId, kind, subjectId, vendor, trackableIds, millis);
    }
}
