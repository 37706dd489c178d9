package io.muster.simulator.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How alarms come to an operator in one shift, in the metrics of ANSI/ISA-18.2-2016 clause 16 (monitoring and assessment), Table 7, which IEC 62682 shares. The
 * targets are the values that the standard recommends, for at least 30 days of data and per operator position; they are told, not held against a run.
 *
 * @param operators operator positions that share the alarms
 * @param alarms annunciated: every rise counts
 * @param peak most in any 10 minutes
 * @param periods whole or begun periods of 10 minutes
 * @param busyPeriods of them with more than 10 alarms
 * @param floodPeriods of them in a flood: from a period with 10 or more until one below 5
 * @param stale open for more than 24 h
 * @param open at the end of the shift
 * @param chattering subjects that rose three times within a minute
 * @param fleeting ended by themselves within 10 s of being raised
 * @param priorities alarms by priority
 * @param top alarms of the ten most frequent subjects, most first
 */
public record ShiftRates(
        long fromMillis,
        long toMillis,
        int operators,
        int alarms,
        int peak,
        int periods,
        int busyPeriods,
        int floodPeriods,
        int stale,
        int open,
        int chattering,
        int fleeting,
        Map<String, Integer> priorities,
        List<Frequent> top) {
    /** Where the targets are from. */
    public static final String SOURCE =
            "ANSI/ISA-18.2-2016 clause 16, Table 7 (IEC 62682 alike): recommended values, per operator position, over at least 30 days";

    static final long SHIFT_MILLIS = Duration.ofHours(8).toMillis();
    private static final long LEAST_MILLIS = 600_000;
    private static final long PERIOD_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final long STALE_MILLIS = Duration.ofHours(24).toMillis();
    private static final long FLEETING_MILLIS = 10_000;
    private static final int MANY = 10;
    private static final int FEW = 5;
    private static final int TOP = 10;

    /** A subject that alarms often. */
    public record Frequent(String kind, String subject, int alarms) {}

    /**
     * One line of the table.
     *
     * @param target as the standard recommends it
     * @param within whether the value is within the recommendation
     */
    public record Row(String metric, String value, String target, boolean within) {}

    /** Shifts of 8 h from the first moment on; the last one may be shorter. */
    static List<ShiftRates> of(List<AlarmSpan> alarms, long fromMillis, long toMillis, int operators) {
        List<ShiftRates> shifts = new ArrayList<>();
        long from = fromMillis;
        do {
            // What is left of a few minutes is no shift of its own.
            long to = toMillis - from < SHIFT_MILLIS + LEAST_MILLIS ? toMillis : from + SHIFT_MILLIS;
            shifts.add(shift(alarms, from, to, to == toMillis, operators));
            from = to;
        } while (from < toMillis);
        return List.copyOf(shifts);
    }

    private static ShiftRates shift(List<AlarmSpan> all, long from, long to, boolean last, int operators) {
        List<AlarmSpan> raised = new ArrayList<>();
        List<Long> rises = new ArrayList<>();
        Map<String, Integer> priorities = new TreeMap<>();
        Map<Frequent, Integer> subjects = new HashMap<>();
        int stale = 0;
        int open = 0;
        int fleeting = 0;
        for (AlarmSpan alarm : all) {
            long until = Math.min(alarm.endMillis(), to);
            if (alarm.raisedMillis() <= to && until >= from) {
                open += alarm.endMillis() > to || !alarm.isOver() ? 1 : 0;
                stale += until - alarm.raisedMillis() > STALE_MILLIS ? 1 : 0;
            }
            if (isIn(alarm.raisedMillis(), from, to, last)) {
                raised.add(alarm);
                fleeting += alarm.isOver() && alarm.endMillis() - alarm.raisedMillis() <= FLEETING_MILLIS ? 1 : 0;
                priorities.merge(alarm.priority() == null ? "none" : alarm.priority(), 1, Integer::sum);
            }
            for (long rise : alarm.rises()) {
                if (isIn(rise, from, to, last)) {
                    rises.add(rise);
                    subjects.merge(
                            new Frequent(alarm.kind().wire(), alarm.subject().id(), 0), 1, Integer::sum);
                }
            }
        }
        rises.sort(Comparator.naturalOrder());
        int[] periods = new int[Math.max(1, (int) -Math.floorDiv(from - to, PERIOD_MILLIS))];
        for (long rise : rises) {
            periods[Math.min(periods.length - 1, (int) ((rise - from) / PERIOD_MILLIS))]++;
        }
        int busy = 0;
        int flooded = 0;
        boolean flood = false;
        for (int count : periods) {
            busy += count > MANY * operators ? 1 : 0;
            flood = flood ? count >= FEW * operators : count >= MANY * operators;
            flooded += flood ? 1 : 0;
        }
        return new ShiftRates(
                from,
                to,
                operators,
                rises.size(),
                peak(rises),
                periods.length,
                busy,
                flooded,
                stale,
                open,
                Chatter.of(raised).size(),
                fleeting,
                priorities,
                top(subjects));
    }

    private static boolean isIn(long moment, long from, long to, boolean last) {
        return moment >= from && (moment < to || (last && moment == to));
    }

    private static int peak(List<Long> rises) {
        int peak = 0;
        int first = 0;
        for (int i = 0; i < rises.size(); i++) {
            while (rises.get(i) - rises.get(first) >= PERIOD_MILLIS) {
                first++;
            }
            peak = Math.max(peak, i - first + 1);
        }
        return peak;
    }

    private static List<Frequent> top(Map<Frequent, Integer> subjects) {
        return subjects.entrySet().stream()
                .map(entry -> new Frequent(entry.getKey().kind(), entry.getKey().subject(), entry.getValue()))
                .sorted(Comparator.comparingInt(Frequent::alarms)
                        .reversed()
                        .thenComparing(Frequent::kind)
                        .thenComparing(Frequent::subject))
                .limit(TOP)
                .toList();
    }

    /** Alarms in 10 minutes and per operator, on average. */
    public double perTenMinutes() {
        return (double) alarms * PERIOD_MILLIS / Math.max(1, toMillis - fromMillis) / operators;
    }

    /** Share of alarms that come from the ten most frequent subjects. */
    public Share topShare() {
        return new Share(top.stream().mapToInt(Frequent::alarms).sum(), alarms);
    }

    /** The table, in the order of the standard. */
    public List<Row> rows() {
        double perTen = perTenMinutes();
        int perHead = -Math.floorDiv(-peak, operators);
        double busyShare = (double) busyPeriods / periods;
        double floodShare = (double) floodPeriods / periods;
        double top10 = alarms == 0 ? 0 : topShare().value();
        return List.of(
                new Row(
                        "alarms per day and operator",
                        number(perTen * 144),
                        "about 150, at most 300",
                        perTen * 144 <= 300),
                new Row("alarms per hour and operator", number(perTen * 6), "about 6, at most 12", perTen * 6 <= 12),
                new Row("alarms per 10 min and operator", number(perTen), "about 1, at most 2", perTen <= 2),
                new Row(
                        "10-min periods with more than 10 alarms",
                        Share.percent(busyShare),
                        "below 1 %",
                        busyShare < 0.01),
                new Row(
                        "most alarms in any 10 min, per operator",
                        String.valueOf(perHead),
                        "at most 10",
                        perHead <= 10),
                new Row("time in flood", Share.percent(floodShare), "below 1 %", floodShare < 0.01),
                new Row("share of the 10 most frequent", Share.percent(top10), "1 % to 5 %", top10 <= 0.05),
                new Row("chattering (3 rises within 1 min)", String.valueOf(chattering), "0", chattering == 0),
                new Row("fleeting (ended within 10 s)", String.valueOf(fleeting), "0", fleeting == 0),
                new Row("stale (open for more than 24 h)", String.valueOf(stale), "below 5 on any day", stale < 5),
                new Row(
                        "priorities low / medium / high / critical",
                        priorityText(),
                        "about 80 / 15 / 5 / below 1 %",
                        isPyramid()));
    }

    private String priorityText() {
        StringBuilder text = new StringBuilder();
        for (String priority : List.of("low", "medium", "high", "critical")) {
            text.append(text.isEmpty() ? "" : " / ").append(priorities.getOrDefault(priority, 0));
        }
        int none = priorities.getOrDefault("none", 0);
        return none == 0 ? text.toString() : text + " (" + none + " without)";
    }

    /** Not far from the recommended split: high ones at most 5 %, critical ones below 1 %. */
    private boolean isPyramid() {
        int all = priorities.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0
                || (priorities.getOrDefault("high", 0) <= 0.05 * all
                        && priorities.getOrDefault("critical", 0) < 0.01 * all);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }
}
