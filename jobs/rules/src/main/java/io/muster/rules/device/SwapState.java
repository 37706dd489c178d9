package io.muster.rules.device;

import io.muster.rules.alarm.Finding;
import java.util.List;

/**
 * What is remembered of jumps on a site.
 *
 * @param jumps of the last moments, oldest first
 * @param swaps that are suspected or told, oldest first
 * @param told findings that hold
 * @param seq number of the last finding
 * @param over swaps that were told until a tag fell silent: whoever comes back to where they were is right again, oldest first
 */
public record SwapState(
        String site, List<Jump> jumps, List<Swap> swaps, List<Finding> told, long seq, List<Swap> over) {
    public SwapState {
        jumps = jumps == null ? List.of() : jumps;
        swaps = swaps == null ? List.of() : swaps;
        told = told == null ? List.of() : told;
        over = over == null ? List.of() : over;
    }
}
