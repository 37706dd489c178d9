package io.muster.simulator.verify;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.TruthLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds alarms against truth, one to one: same kind, same subject, intervals that overlap. A gathering has no id that both sides could know; there the subject
 * is the same if at least half of the smaller member list is in the other one. Tolerated lines take any number of alarms and ask for none.
 */
public final class Verifier {
    private final VerifyOptions options;
    private final List<TruthLine> truths;
    private final List<AlarmSpan> alarms;
    private final Map<AlarmKind, Tally> tallies = new TreeMap<>();
    private final List<Remark> remarks = new ArrayList<>();

    private record Remark(long millis, String text) {}

    private record Pair(int truth, int alarm, long apart) {}

    /** Counts of one kind. */
    private static final class Tally {
        private int truths;
        private int found;
        private int missed;
        private int invented;
        private int tolerated;
        private int late;
        private int early;
        private int lowLevel;
        private long worstAfterDue = Long.MIN_VALUE;
        private final List<Long> delays = new ArrayList<>();
    }

    private Verifier(List<TruthLine> truths, List<AlarmSpan> alarms, VerifyOptions options) {
        this.truths = truths;
        this.alarms = alarms;
        this.options = options;
    }

    /** @param history every alarm record there is: all states of all alarms, in any order */
    public static VerifyReport verify(List<TruthLine> truths, List<Alarm> history, VerifyOptions options) {
        return new Verifier(truths, AlarmSpan.fold(history), options).report();
    }

    private VerifyReport report() {
        Map<Integer, Integer> alarmOfTruth = match();
        Set<Integer> used = new HashSet<>(alarmOfTruth.values());
        for (int i = 0; i < truths.size(); i++) {
            TruthLine truth = truths.get(i);
            if (!truth.tolerated()) {
                judge(truth, alarmOfTruth.get(i));
            }
        }
        for (int i = 0; i < alarms.size(); i++) {
            if (!used.contains(i)) {
                judgeUnmatched(alarms.get(i));
            }
        }
        remarks.sort(Comparator.comparingLong(Remark::millis).thenComparing(Remark::text));
        List<VerifyReport.KindRow> rows = new ArrayList<>();
        tallies.forEach((kind, tally) -> rows.add(row(kind, tally)));
        return new VerifyReport(
                List.copyOf(rows), remarks.stream().map(Remark::text).toList());
    }

    /** Nearest onsets first; truths that must be found only. */
    private Map<Integer, Integer> match() {
        List<Pair> pairs = new ArrayList<>();
        for (int t = 0; t < truths.size(); t++) {
            if (truths.get(t).tolerated()) {
                continue;
            }
            for (int a = 0; a < alarms.size(); a++) {
                if (fits(truths.get(t), alarms.get(a))) {
                    long apart = Math.abs(
                            truths.get(t).onset().toEpochMilli() - alarms.get(a).startMillis());
                    pairs.add(new Pair(t, a, apart));
                }
            }
        }
        pairs.sort(Comparator.comparingLong(Pair::apart)
                .thenComparingInt(Pair::truth)
                .thenComparingInt(Pair::alarm));
        Map<Integer, Integer> alarmOfTruth = new HashMap<>();
        Set<Integer> used = new HashSet<>();
        for (Pair pair : pairs) {
            if (!alarmOfTruth.containsKey(pair.truth()) && used.add(pair.alarm())) {
                alarmOfTruth.put(pair.truth(), pair.alarm());
            }
        }
        return alarmOfTruth;
    }

    private boolean fits(TruthLine truth, AlarmSpan alarm) {
        return truth.kind() == alarm.kind() && overlaps(truth, alarm) && sameSubject(truth, alarm);
    }

    private boolean overlaps(TruthLine truth, AlarmSpan alarm) {
        Instant end = truth.end();
        long truthEnd = end == null ? Long.MAX_VALUE : end.toEpochMilli() + options.slackMillis();
        boolean startsInTime = alarm.startMillis() <= truthEnd;
        boolean endsInTime = alarm.endMillis() >= truth.onset().toEpochMilli() - options.slackMillis();
        return startsInTime && endsInTime;
    }

    private static boolean sameSubject(TruthLine truth, AlarmSpan alarm) {
        if (truth.kind() != AlarmKind.GATHERING) {
            return truth.subject().equals(alarm.subject());
        }
        Set<String> people = new HashSet<>(truth.trackableIds());
        long common = alarm.members().stream().filter(people::contains).count();
        return common > 0
                && 2 * common >= Math.min(people.size(), alarm.members().size());
    }

    private void judge(TruthLine truth, @Nullable Integer alarmIndex) {
        Tally tally = tally(truth.kind());
        tally.truths++;
        long onset = truth.onset().toEpochMilli();
        if (alarmIndex == null) {
            tally.missed++;
            remark(onset, "missed", truth.kind(), truth.subject().id() + ", due " + truth.due());
            return;
        }
        AlarmSpan alarm = alarms.get(alarmIndex);
        // A truth without a due time can be found, but not be late.
        Instant dueAt = truth.due();
        long due = dueAt == null ? Long.MAX_VALUE : dueAt.toEpochMilli();
        long readable = readableMillis(alarm);
        tally.found++;
        tally.delays.add(readable - onset);
        if (dueAt != null) {
            tally.worstAfterDue = Math.max(tally.worstAfterDue, readable - due);
        }
        if (readable > due) {
            tally.late++;
            remark(onset, "late", truth.kind(), alarm.alarmId() + " by " + (readable - due) + " ms");
        }
        long right = due - options.allowanceMillis();
        if (dueAt != null && alarm.raisedMillis() < right - options.earlyMillis()) {
            tally.early++;
            remark(onset, "early", truth.kind(), alarm.alarmId() + " by " + (right - alarm.raisedMillis()) + " ms");
        }
        if (truth.level() != null && alarm.level().compareTo(truth.level()) < 0) {
            tally.lowLevel++;
        }
    }

    private void judgeUnmatched(AlarmSpan alarm) {
        Tally tally = tally(alarm.kind());
        if (truths.stream().anyMatch(truth -> truth.tolerated() && fits(truth, alarm))) {
            tally.tolerated++;
            return;
        }
        tally.invented++;
        String what = alarm.alarmId() + " about " + alarm.subject().type() + " "
                + alarm.subject().id() + ", raised " + Instant.ofEpochMilli(alarm.raisedMillis()) + ", people "
                + alarm.members().stream().sorted().toList();
        remark(alarm.raisedMillis(), "invented", alarm.kind(), what);
    }

    private long readableMillis(AlarmSpan alarm) {
        Long known = options.readableAtMillis().get(alarm.alarmId());
        if (known != null) {
            return known;
        }
        // An SOS does not wait for the settle.
        return alarm.raisedMillis() + (alarm.kind() == AlarmKind.SOS ? 0 : options.settleMillis());
    }

    private void remark(long millis, String verdict, AlarmKind kind, String what) {
        remarks.add(new Remark(
                millis,
                verdict + ": " + kind.name().toLowerCase(Locale.ROOT) + " at " + Instant.ofEpochMilli(millis) + ": "
                        + what));
    }

    private Tally tally(AlarmKind kind) {
        return tallies.computeIfAbsent(kind, key -> new Tally());
    }

    private static VerifyReport.KindRow row(AlarmKind kind, Tally tally) {
        long[] delays =
                tally.delays.stream().mapToLong(Long::longValue).sorted().toArray();
        return new VerifyReport.KindRow(
                kind,
                tally.truths,
                tally.found,
                tally.missed,
                tally.invented,
                tally.tolerated,
                tally.late,
                tally.early,
                tally.lowLevel,
                percentile(delays, 0.50),
                percentile(delays, 0.99),
                percentile(delays, 1),
                tally.worstAfterDue == Long.MIN_VALUE ? 0 : tally.worstAfterDue);
    }

    /** Nearest rank. */
    private static long percentile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
