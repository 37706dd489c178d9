package io.muster.simulator.verify;

import io.muster.contract.value.AlarmKind;
import java.util.List;
import java.util.Locale;

/**
 * What became of truths and alarms.
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
     * @param delayP50Millis from onset to readable; 0 where nothing was found, as are the next two
     * @param worstAfterDueMillis the latest alarm against its due time; negative = in time
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
            long delayMaxMillis,
            long worstAfterDueMillis) {

        boolean passed() {
            return missed == 0 && invented == 0 && late == 0 && early == 0;
        }
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
                    row.kind().name().toLowerCase(Locale.ROOT),
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
