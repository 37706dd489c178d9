package io.muster.rules.alarm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The alarm of one (rule, subject), and those before it that are not forgotten yet. Gone when the last of them is forgotten.
 *
 * @param newest the newest verdict
 * @param conditionSinceMillis ordering time since which the condition has held; null = it does not hold
 * @param conditionOnsetMillis event time of that onset
 * @param goneSinceMillis ordering time since which the condition of the open alarm has been gone; null = it holds
 * @param told the open alarm as it was written last (a change, not a repetition); null = none is open
 * @param untold whether {@code newest} is not written yet, because persons changed less than a second after the last change
 * @param repeatedMillis ordering time at which the open alarm was told last, as a change or again
 * @param lastOnsetOrderMillis of the last alarm raised, so that no two have the same; null = none yet
 * @param closed cleared alarms, oldest first, without evidence: each waits for its tombstone
 */
public record AlarmState(
        @Nullable Finding newest,
        @Nullable Long conditionSinceMillis,
        long conditionOnsetMillis,
        @Nullable Long goneSinceMillis,
        @Nullable AlarmChange told,
        boolean untold,
        long repeatedMillis,
        @Nullable Long lastOnsetOrderMillis,
        List<AlarmChange> closed) {
    public AlarmState {
        closed = closed == null ? List.of() : closed;
    }
}
