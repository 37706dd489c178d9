package io.muster.stream.compliance;

import io.muster.rules.gathering.Evaluation;
import io.muster.rules.identify.Identified;
import io.muster.rules.identify.Mark;
import io.muster.stream.output.OutputRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to be measured: a fix, a reject, or an evaluation.
 *
 * @param timeMillis ordering time
 * @param newestFixMillis of an evaluation; null where nobody was there, and for all else
 */
public record Measure(
        String site,
        long timeMillis,
        @Nullable Long gapMillis,
        List<Mark> marks,
        boolean rejected,
        boolean evaluation,
        @Nullable Long newestFixMillis) {

    static Measure of(Identified fix) {
        return new Measure(
                fix.fix().site(),
                fix.fix().timeMillis(),
                fix.gapMillis(),
                fix.fix().marks(),
                false,
                false,
                null);
    }

    static Measure of(Evaluation evaluation) {
        return new Measure(
                evaluation.site(), evaluation.timeMillis(), null, List.of(), false, true, evaluation.newestFixMillis());
    }

    static Measure of(OutputRecord reject) {
        return new Measure(reject.site(), reject.timeMillis(), null, List.of(), true, false, null);
    }
}
