package io.muster.rules.alarm;

import org.jspecify.annotations.Nullable;

/**
 * An alarm as it stands: at every change, and again while it is open (AQ 3064.3 7.3.1).
 *
 * @param alarmId by {@link AlarmNames#alarm}
 * @param finding the newest verdict; of an alarm that has returned the one that ended it
 * @param onsetOrderMillis ordering time of the onset, which the alarm's id is made of
 * @param raisedMillis ordering time of the decision to raise
 * @param returnedMillis ordering time at which the condition ended; null while it holds
 * @param cleared who closed it; null while it is open
 * @param report true: nothing changed since the last record with this seq, the state is told again
 * @param seq number of this state of this alarm, from 1
 */
public record AlarmChange(
        String alarmId,
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
        @Nullable Act cleared,
        Handling handling,
        boolean report,
        long timeMillis,
        long seq) {
    public AlarmChange {
        handling = handling == null ? Handling.NONE : handling;
    }

    /** The same, told again. */
    AlarmChange again(long nowMillis) {
        return new AlarmChange(
                alarmId,
                site,
                kind,
                status,
                level,
                priority,
                nameZh,
                nameEn,
                finding,
                onsetOrderMillis,
                onsetMillis,
                raisedMillis,
                returnedMillis,
                cleared,
                handling,
                true,
                nowMillis,
                seq);
    }
}
