package io.muster.rules.alarm;

/**
 * What is known of a kind of alarm.
 *
 * @param kind symbol in lower snake case
 * @param level blue, yellow, orange or red: where the finding does not say otherwise
 * @param priority low, medium, high or critical (ISA-18.2)
 * @param onDelayMillis how long the condition must hold before the alarm is raised, ms >= 0
 * @param offDelayMillis how long the condition must be gone before the alarm returns, ms >= 0
 * @param latching whether it stays after its condition has ended, until a person acknowledges and resets it
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
        boolean latching,
        String basis) {}
