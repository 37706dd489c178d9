package io.muster.rules.watch;

import io.muster.rules.alarm.Finding;
import java.util.List;

/**
 * What zones say of a person.
 *
 * @param verdicts the broken rules, sorted by kind, then fence
 * @param told what was told and still holds, sorted by kind
 * @param planVersion by which the last verdict was decided
 * @param eventMillis event time of the newest verdict that is not told yet
 * @param seq number of the last finding told at this moment
 */
public record PersonWatchState(
        String site,
        String trackableId,
        List<ZoneVerdict> verdicts,
        List<Finding> told,
        String planVersion,
        long eventMillis,
        long seq) {
    public PersonWatchState {
        verdicts = verdicts == null ? List.of() : verdicts;
        planVersion = planVersion == null ? "" : planVersion;
        told = told == null ? List.of() : told;
    }
}
