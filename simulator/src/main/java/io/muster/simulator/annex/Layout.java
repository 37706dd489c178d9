package io.muster.simulator.annex;

import io.muster.simulator.movement.Place;
import java.util.List;

/**
 * One layout for one seed: where each tag truly is, and what is asked of the reports.
 *
 * @param question the same for all seeds of a test
 * @param ways one a tag
 * @param judgedFromMillis the first report that is asked, simulated time
 * @param durationMillis simulated time; the last report is asked at its end
 */
public record Layout(Question question, List<Way> ways, long judgedFromMillis, long durationMillis) {
    /** The fence of A.5: 15 m by 15 m with this corner, where there is a fence. */
    public static final double FENCE_CORNER = 100;

    public static final double FENCE_METRES = 15;

    /** A report at least this often (AQ 3064.3 7.3.1 and A.4). */
    public static final long REPORT_MILLIS = 5_000;

    /** Where a tag truly is; a pure function of simulated time. */
    public interface Way {
        Place at(long millis);
    }

    public Layout {
        ways = List.copyOf(ways);
    }

    /** How many reports are asked. */
    public int reports() {
        return (int) ((durationMillis - judgedFromMillis) / REPORT_MILLIS) + 1;
    }

    /** True if somebody has so many people within 15 m, that one included (AQ 3064.3 3.5). */
    public boolean together(int count, long millis) {
        return Neighbours.most(ways.stream().map(way -> way.at(millis)).toList()) >= count;
    }
}
