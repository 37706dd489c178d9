package io.muster.rules.alarm;

import org.jspecify.annotations.Nullable;

/**
 * An alarm as it stands: at every change, and every 5 s while it is open (AQ 3064.3 7.3.1).
 *
 * @param report true: nothing changed since the last record with this seq, the state is told again
 * @param forget true: closed for 24 h, to be forgotten (tombstone); everything else is as it was last, without persons and evidence
 * @param onsetOrderMillis ordering time of the onset, which the alarm's id is made of
 * @param finding the newest verdict
 * @param raisedMillis ordering time of the decision to raise
 * @param returnedMillis ordering time at which the condition ended; null while it holds
 * @param clearedMillis null while it is open
 * @param clearedBy {@code system} or a person; null while it is open
 * @param seq number of this state of this alarm, from 1
 */
public record AlarmChange(
        String site,
        String kind,
        AlarmStatus status,
        String level,
        String priority,
        String nameZh,
        String nameEn,
        Finding finding,
        long onsetOrderMillis,
        long onsetMillis,
        long raisedMillis,
        @Nullable Long returnedMillis,
        @Nullable Long clearedMillis,
        @Nullable String clearedBy,
        @Nullable String clearedReason,
        boolean report,
        boolean forget,
        long timeMillis,
        long seq) {}
