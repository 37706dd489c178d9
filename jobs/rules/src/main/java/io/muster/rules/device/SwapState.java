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
 */
public record SwapState(String site, List<Jump> jumps, List<Swap> swaps, List<Finding> told, long seq) {
    public SwapState {
        jumps = jumps == null ? List.of() : jumps;
        swaps = swaps == null ? List.of() : swaps;
        told = told == null ? List.of() : told;
    }
}
