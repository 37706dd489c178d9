package io.muster.rules.alarm;

/**
 * A cleared alarm: what is kept of it until it is forgotten.
 *
 * @param onsetOrderMillis so that no two alarms of a subject have the same
 * @param clearedMillis ordering time
 * @param seq of its last state
 */
public record Tombstone(
        String site,
        String alarmId,
        String kind,
        String subjectId,
        long onsetOrderMillis,
        long clearedMillis,
        long seq) {

    static Tombstone of(AlarmChange cleared) {
        return new Tombstone(
                cleared.site(),
                cleared.alarmId(),
                cleared.kind(),
                cleared.finding().subjectId(),
                cleared.onsetOrderMillis(),
                cleared.timeMillis(),
                cleared.seq());
    }
}
