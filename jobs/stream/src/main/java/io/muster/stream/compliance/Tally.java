package io.muster.stream.compliance;

import io.muster.rules.identify.Mark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen at one moment, or over several.
 *
 * @param gapsMillis gaps between fixes of one tag
 */
public record Tally(List<Long> gapsMillis, long late, long rejected, long clockFaults, long unknownTags) {
    static final Tally EMPTY = new Tally(List.of(), 0, 0, 0, 0);

    /** This and one more measure of the same moment. */
    Tally with(Measure measure) {
        @Nullable Long gap = measure.gapMillis();
        return sum(List.of(
                this,
                new Tally(
                        gap == null ? List.of() : List.of(gap),
                        measure.marks().contains(Mark.LATE) ? 1 : 0,
                        measure.rejected() ? 1 : 0,
                        measure.marks().contains(Mark.CLOCK_FAULT) ? 1 : 0,
                        measure.marks().contains(Mark.UNKNOWN_TAG) ? 1 : 0)));
    }

    static Tally sum(List<Tally> tallies) {
        List<Long> gaps = new ArrayList<>();
        long late = 0;
        long rejected = 0;
        long clockFaults = 0;
        long unknownTags = 0;
        for (Tally each : tallies) {
            gaps.addAll(each.gapsMillis);
            late += each.late;
            rejected += each.rejected;
            clockFaults += each.clockFaults;
            unknownTags += each.unknownTags;
        }
        return new Tally(gaps, late, rejected, clockFaults, unknownTags);
    }
}
