package io.muster.simulator.verify;

import io.muster.simulator.truth.Truth;
import java.util.List;
import java.util.Map;

/**
 * What a run came to, held against truth and against what is promised.
 *
 * @param report rows and remarks, kind by kind
 * @param outcomes one for each truth that must be found and for each alarm, in the order of time
 * @param alarms every alarm, sorted by the time raised
 * @param shifts how alarms came to an operator, shift by shift
 * @param fenceNames names of fences, as far as known
 * @param checks every figure, with its target where it has one
 */
public record Judgement(
        Truth truth,
        VerifyReport report,
        List<Outcome> outcomes,
        List<AlarmSpan> alarms,
        HeadCountResult headCounts,
        List<Chatter> chatter,
        List<ShiftRates> shifts,
        Map<String, String> fenceNames,
        Promise promise,
        long fromMillis,
        long toMillis,
        List<Check> checks) {

    /** Whether everything that is promised was kept. */
    public boolean passed() {
        return checks.stream().noneMatch(Check::isMissed);
    }

    /** Outcomes of kinds that the job raises which are wrong, in the order of time. */
    public List<Outcome> wrong() {
        return outcomes.stream()
                .filter(outcome -> outcome.verdict().isWrong() && promise.isRaised(outcome.kind()))
                .toList();
    }
}
