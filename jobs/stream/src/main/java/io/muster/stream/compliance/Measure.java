package io.muster.stream.compliance;

import io.muster.rules.gathering.Evaluation;
import io.muster.rules.identify.Fix;
import io.muster.rules.identify.Identified;
import io.muster.rules.identify.Mark;
import io.muster.rules.occupancy.ZoneCount;
import io.muster.rules.window.ZoneWindow;
import io.muster.stream.output.OutputRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to be measured.
 *
 * @param timeMillis ordering time; of a window its end
 * @param gap of a fix: since the tag's fix before; null for the first one, and for all else
 * @param newestFixMillis of an evaluation or a window: event time of the newest fix in it; null where nobody was heard, and for all else
 * @param somebody of a window: whether anybody was counted or sampled in it; false for all else
 * @param zone of a count; null for all else
 */
public record Measure(
        String site,
        Kind kind,
        long timeMillis,
        @Nullable Gap gap,
        List<Mark> marks,
        @Nullable Long newestFixMillis,
        boolean somebody,
        @Nullable ZoneHeard zone) {

    public enum Kind {
        FIX,
        REJECT,
        EVALUATION,
        WINDOW,
        COUNT
    }

    /** @return null = news of a tag, no fix */
    static @Nullable Measure of(Identified identified) {
        Fix fix = identified.fix();
        Long gap = identified.gapMillis();
        return fix == null
                ? null
                : new Measure(
                        fix.site(),
                        Kind.FIX,
                        fix.timeMillis(),
                        gap == null ? null : new Gap(fix.providerId(), gap),
                        fix.marks(),
                        null,
                        false,
                        null);
    }

    static Measure of(Evaluation evaluation) {
        return new Measure(
                evaluation.site(),
                Kind.EVALUATION,
                evaluation.timeMillis(),
                null,
                List.of(),
                evaluation.newestFixMillis(),
                false,
                null);
    }

    static Measure of(ZoneWindow window) {
        return new Measure(
                window.site(),
                Kind.WINDOW,
                window.endMillis(),
                null,
                List.of(),
                window.newestFixMillis(),
                window.countMax() > 0 || window.samples() > 0,
                null);
    }

    static Measure of(ZoneCount count) {
        return new Measure(
                count.site(),
                Kind.COUNT,
                count.timeMillis(),
                null,
                List.of(),
                null,
                false,
                new ZoneHeard(count.fenceId(), count.confirmed(), count.stale(), count.timeMillis()));
    }

    static Measure of(OutputRecord reject) {
        return new Measure(reject.site(), Kind.REJECT, reject.timeMillis(), null, List.of(), null, false, null);
    }
}
