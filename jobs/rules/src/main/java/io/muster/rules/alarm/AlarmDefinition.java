package io.muster.rules.alarm;

/**
 * What is known of a kind of alarm.
 *
 * @param kind symbol in lower snake case
 * @param level blue, yellow, orange or red: where the finding does not say otherwise
 * @param priority low, medium, high or critical (ISA-18.2)
 * @param onDelayMillis how long the condition must hold before the alarm is raised, ms >= 0
 * @param offDelayMillis how long the condition must be gone before the alarm returns, ms >= 0
 * @param closing how it ends once its condition has ended
 * @param lifeSafety whether somebody may be dying: it can be neither shelved, silenced, suppressed nor taken out of service. The horn stops by
 *     acknowledging it (ISA-18.2: suppression of a highly managed alarm wants an approval that a button is not; AQ 3064.3 7.2.2 has no exception, and
 *     a silenced area is one where people are at work)
 * @param basis clause, row id, or the word of the market that it rests on
 */
public record AlarmDefinition(
        String kind,
        String nameZh,
        String nameEn,
        String level,
        String priority,
        long onDelayMillis,
        long offDelayMillis,
        Closing closing,
        boolean lifeSafety,
        String basis) {}
