package io.muster.stream.compliance;

import io.muster.rules.gathering.Evaluation;
import io.muster.rules.identify.Identified;
import io.muster.rules.identify.Mark;
import io.muster.stream.output.OutputRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something to be measured: a fix, an evaluation, or a reject. */
public record Measure(
        String site,
        @Nullable Long gapMillis,
        List<Mark> marks,
        @Nullable Long evaluatedMillis,
        @Nullable Long newestFixMillis,
        boolean rejected) {

    static Measure of(Identified fix) {
        return new Measure(fix.fix().site(), fix.gapMillis(), fix.fix().marks(), null, null, false);
    }

    static Measure of(Evaluation evaluation) {
        return new Measure(
                evaluation.site(), null, List.of(), evaluation.timeMillis(), evaluation.newestFixMillis(), false);
    }

    static Measure of(OutputRecord reject) {
        return new Measure(reject.site(), null, List.of(), null, null, true);
    }
}
