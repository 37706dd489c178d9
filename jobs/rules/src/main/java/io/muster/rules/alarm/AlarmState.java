package io.muster.rules.alarm;

import org.jspecify.annotations.Nullable;

/**
 * The alarm of one (kind, subject). Gone when it is cleared and its condition does not hold.
 *
 * @param newest the newest verdict
 * @param conditionSinceMillis ordering time since which a condition has held that is no alarm yet; null = none does
 * @param conditionOnsetMillis event time of that onset
 * @param goneSinceMillis ordering time since which the condition of the open alarm has been gone; null = it holds, or its end was told
 * @param told the open alarm as it was written last (a change, not a repetition); null = none is open
 * @param untold whether {@code newest} is not written yet, because persons changed less than a moment after the last change
 * @param repeatedMillis ordering time at which the open alarm was told last, as a change or again
 * @param highestLevel that the open alarm ever had
 * @param unheardSinceMillis since when it has wanted to be acknowledged; null = it does not
 * @param exceededApproval id of the command whose approval it outgrew; null = of none
 * @param dueMillis when it wants to be looked at; {@link Long#MAX_VALUE} = not at all
 */
public record AlarmState(
        String kind,
        String subjectId,
        @Nullable Finding newest,
        @Nullable Long conditionSinceMillis,
        long conditionOnsetMillis,
        @Nullable Long goneSinceMillis,
        @Nullable AlarmChange told,
        boolean untold,
        long repeatedMillis,
        @Nullable String highestLevel,
        @Nullable Long unheardSinceMillis,
        @Nullable String exceededApproval,
        long dueMillis) {

    /** By kind, then subject. */
    int compareKey(String otherKind, String otherSubject) {
        int byKind = kind.compareTo(otherKind);
        return byKind != 0 ? byKind : subjectId.compareTo(otherSubject);
    }
}
