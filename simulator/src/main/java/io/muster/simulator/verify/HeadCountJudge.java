package io.muster.simulator.verify;

import io.muster.simulator.truth.GatePass;
import io.muster.simulator.truth.Truth;
import io.muster.simulator.verify.HeadCountResult.FenceRow;
import io.muster.simulator.verify.HeadCountResult.Look;
import io.muster.simulator.verify.HeadCountResult.Production;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks at truth and at the job's counts every so often. */
final class HeadCountJudge {
    /** A count is looked at this often (PD-5: what is displayed matches reality). */
    static final long EVERY_MILLIS = 10_000;

    private final Truth truth;
    private final HeadCounts counted;
    private final NavigableMap<String, TrueCounts> real;
    private final long lagMillis;

    HeadCountJudge(Truth truth, HeadCounts counted, long lagMillis) {
        this.truth = truth;
        this.counted = counted;
        this.real = new TreeMap<>(TrueCounts.of(truth.presences()));
        this.lagMillis = lagMillis;
    }

    /**
     * From the first look at which a job can have seen anything to {@code toMillis}.
     *
     * @param productionFences of these the one in which most people are at one time; empty = of all
     */
    HeadCountResult result(long fromMillis, long toMillis, Set<String> productionFences) {
        if (real.isEmpty() || counted.isEmpty()) {
            return new HeadCountResult(EVERY_MILLIS, lagMillis, List.of(), null);
        }
        TreeSet<String> fences = new TreeSet<>(real.keySet());
        counted.fences().forEach(fences::add);
        List<FenceRow> rows = new ArrayList<>();
        for (String fence : fences) {
            rows.add(row(fence, looks(fence, fromMillis, toMillis)));
        }
        rows.sort(Comparator.comparingDouble((FenceRow row) -> row.right().value())
                .thenComparing(FenceRow::worst, Comparator.reverseOrder())
                .thenComparing(FenceRow::fenceId));
        String fence = fullest(productionFences);
        return new HeadCountResult(
                EVERY_MILLIS, lagMillis, List.copyOf(rows), production(fence, looks(fence, fromMillis, toMillis)));
    }

    private String fullest(Set<String> candidates) {
        boolean known = candidates.stream().anyMatch(real::containsKey);
        return real.entrySet().stream()
                .filter(entry -> !known || candidates.contains(entry.getKey()))
                .max(Comparator.<Map.Entry<String, TrueCounts>>comparingInt(
                                entry -> entry.getValue().peak())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
    }

    /** At whole multiples of the interval. A count needs the lag before it can be right. */
    private List<Look> looks(String fence, long fromMillis, long toMillis) {
        List<Look> looks = new ArrayList<>();
        @Nullable TrueCounts its = real.get(fence);
        long first = -Math.floorDiv(-(fromMillis + lagMillis), EVERY_MILLIS) * EVERY_MILLIS;
        for (long at = first; at <= toMillis; at += EVERY_MILLIS) {
            TrueCounts.Step may = its == null ? TrueCounts.Step.NOBODY : its.within(at - lagMillis, at);
            int count = counted.at(fence, at);
            int off = count < may.least() ? may.least() - count : Math.max(0, count - may.most());
            looks.add(new Look(at, may.real(), count, off, 0));
        }
        return looks;
    }

    private FenceRow row(String fence, List<Look> looks) {
        int right = 0;
        int worst = 0;
        long worstAt = 0;
        for (Look look : looks) {
            right += look.off() == 0 ? 1 : 0;
            if (look.off() > worst) {
                worst = look.off();
                worstAt = look.atMillis();
            }
        }
        return new FenceRow(fence, name(fence), new Share(right, looks.size()), worst, worstAt);
    }

    private Production production(String fence, List<Look> looks) {
        List<Look> withGates = new ArrayList<>();
        int passed = 0;
        int atGates = looks.isEmpty() ? 0 : looks.get(0).real();
        int recorded = 0;
        for (Look look : looks) {
            while (passed < truth.passes().size()
                    && truth.passes().get(passed).onset().toEpochMilli() <= look.atMillis()) {
                GatePass pass = truth.passes().get(passed++);
                // Who passed before the first look is in its count.
                if (pass.recorded() && !withGates.isEmpty()) {
                    atGates += pass.direction() == GatePass.Direction.IN ? 1 : -1;
                }
            }
            withGates.add(new Look(look.atMillis(), look.real(), look.counted(), look.off(), atGates));
        }
        for (GatePass pass : truth.passes()) {
            recorded += pass.recorded() ? 1 : 0;
        }
        return new Production(
                fence, name(fence), List.copyOf(withGates), truth.passes().size(), recorded);
    }

    private String name(String fence) {
        return counted.names().getOrDefault(fence, "");
    }
}
