package io.muster.simulator.verify;

import io.muster.contract.value.AlarmKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of truths and alarms, kind by kind.
 *
 * @param kinds one row per kind that occurs in truth or alarms
 * @param remarks one line for each thing that is wrong, in the order of time; empty = passed
 */
public record VerifyReport(List<KindRow> kinds, List<String> remarks) {

    /**
     * One kind of alarm.
     *
     * @param truths that must be found; tolerated ones do not count
     * @param found truths with an alarm, late and early ones included
     * @param missed truths without
     * @param invented alarms that match nothing
     * @param tolerated alarms that match only what is tolerated
     * @param late found, but readable after {@code due}
     * @param early found, but raised before it could be right
     * @param lowLevel found, but never as high a level as the truth; told, not held against the run
     * @param delayP50Millis as {@link Outcome#delayMillis()}, nearest rank; 0 where nothing was found, as are the next two
     */
    public record KindRow(
            AlarmKind kind,
            int truths,
            int found,
            int missed,
            int invented,
            int tolerated,
            int late,
            int early,
            int lowLevel,
            long delayP50Millis,
            long delayP99Millis,
            long delayMaxMillis) {

        boolean passed() {
            return missed == 0 && invented == 0 && late == 0 && early == 0;
        }

        /** Truths found, late and early ones included. */
        public Share recall() {
            return new Share(found, truths);
        }

        /** Alarms that were right; tolerated ones count neither way. */
        public Share precision() {
            return new Share(found, (long) found + invented);
        }

        static KindRow of(AlarmKind kind, List<Outcome> outcomes) {
            Map<Outcome.Verdict, Integer> counts = new TreeMap<>();
            List<Long> delays = new ArrayList<>();
            int lowLevel = 0;
            for (Outcome outcome : outcomes) {
                counts.merge(outcome.verdict(), 1, Integer::sum);
                if (outcome.truth() != null && outcome.verdict().isPair()) {
                    delays.add(outcome.delayMillis());
                    lowLevel += outcome.lowLevel() ? 1 : 0;
                }
            }
            long[] sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
            int missed = counts.getOrDefault(Outcome.Verdict.MISSED, 0);
            return new KindRow(
                    kind,
                    delays.size() + missed,
                    delays.size(),
                    missed,
                    counts.getOrDefault(Outcome.Verdict.DUPLICATED, 0)
                            + counts.getOrDefault(Outcome.Verdict.UNEXPECTED, 0),
                    counts.getOrDefault(Outcome.Verdict.TOLERATED, 0),
                    counts.getOrDefault(Outcome.Verdict.LATE, 0),
                    counts.getOrDefault(Outcome.Verdict.EARLY, 0),
                    lowLevel,
                    percentile(sorted, 0.50),
                    percentile(sorted, 0.99),
                    percentile(sorted, 1));
        }

        /** Nearest rank. */
        static long percentile(long[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
        }
    }

    /** Rows and remarks of outcomes in the order of time. */
    static VerifyReport of(List<Outcome> outcomes) {
        Map<AlarmKind, List<Outcome>> byKind = new TreeMap<>();
        List<String> remarks = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            byKind.computeIfAbsent(outcome.kind(), kind -> new ArrayList<>()).add(outcome);
            if (outcome.verdict().isWrong()) {
                remarks.add(outcome.text());
            }
        }
        List<KindRow> rows = new ArrayList<>();
        byKind.forEach((kind, its) -> rows.add(KindRow.of(kind, its)));
        return new VerifyReport(List.copyOf(rows), List.copyOf(remarks));
    }

    /** Everything found in time, nothing invented. */
    public boolean passed() {
        return kinds.stream().allMatch(KindRow::passed);
    }

    /** A table for a terminal, remarks below. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%-16s %6s %6s %6s %8s %9s %5s %5s %9s %9s %9s%n",
                "kind",
                "truths",
                "found",
                "missed",
                "invented",
                "tolerated",
                "late",
                "early",
                "p50 s",
                "p99 s",
                "max s"));
        for (KindRow row : kinds) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-16s %6d %6d %6d %8d %9d %5d %5d %9.2f %9.2f %9.2f%n",
                    row.kind().wire(),
                    row.truths(),
                    row.found(),
                    row.missed(),
                    row.invented(),
                    row.tolerated(),
                    row.late(),
                    row.early(),
                    row.delayP50Millis() / 1000.0,
                    row.delayP99Millis() / 1000.0,
                    row.delayMaxMillis() / 1000.0));
        }
        remarks.forEach(remark -> text.append(remark).append(System.lineSeparator()));
        return text.toString();
    }
}
