package io.muster.simulator.verify;

import io.muster.simulator.verify.HeadCountResult.Look;
import io.muster.simulator.verify.HeadCountResult.Production;
import io.muster.simulator.verify.VerifyReport.KindRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every figure of a judgement, held against the promise. */
final class Checks {
    private static final String PERCENT = "%";

    private final Promise promise;
    private final List<Check> checks = new ArrayList<>();

    Checks(Promise promise) {
        this.promise = promise;
    }

    List<Check> of(VerifyReport report, HeadCountResult heads, List<Chatter> chatter, List<ShiftRates> shifts) {
        int judged = kinds(report);
        heads(heads);
        if (judged == 0 && heads.fences().isEmpty()) {
            checks.add(
                    Check.atLeast(
                            "truths_checked",
                            0.0,
                            "truths",
                            1,
                            "a run that checks nothing proves nothing: the truth has no alarm that must be raised, and no head count"));
        } else {
            checks.add(Check.told("truths_checked", (double) judged, "truths", ""));
        }
        checks.add(Check.atMost(
                "chattering",
                (double) chatter.size(),
                "alarms",
                promise.chattering(),
                "subjects with 3 rises or more within a minute"));
        for (int i = 0; i < shifts.size(); i++) {
            rates("shift_" + (i + 1) + ".", shifts.get(i));
        }
        return List.copyOf(checks);
    }

    /** What is promised of each kind alone. */
    List<Check> ofKinds(VerifyReport report) {
        kinds(report);
        return List.copyOf(checks);
    }

    /** Returns how many truths were held against the promise. */
    private int kinds(VerifyReport report) {
        int judged = 0;
        for (KindRow row : report.kinds()) {
            Promise.OfKind its = promise.of(row.kind());
            if (its == null || !its.raised()) {
                notRaised(row, its != null);
            } else {
                judged += row.truths();
                raised(row, its);
            }
        }
        return judged;
    }

    private void notRaised(KindRow row, boolean planned) {
        String why = row.truths() + " truths, " + (planned ? "not raised yet" : "nothing promised") + "; found "
                + row.found() + ", invented " + row.invented();
        checks.add(Check.told("recall." + row.kind().wire(), percent(row.recall()), PERCENT, why));
    }

    private void raised(KindRow row, Promise.OfKind its) {
        String kind = row.kind().wire();
        Share recall = row.recall();
        Share precision = row.precision();
        checks.add(Check.atLeast(
                "recall." + kind,
                percent(recall),
                PERCENT,
                rounded(its.recall() * 100),
                recall.text() + ", " + row.missed() + " missed"));
        checks.add(Check.atLeast(
                "precision." + kind,
                percent(precision),
                PERCENT,
                rounded(its.precision() * 100),
                precision.text() + ", " + row.invented() + " invented, " + row.tolerated() + " tolerated"));
        if (row.found() == 0) {
            checks.add(Check.told("delay_p99." + kind, null, "s", "no pair"));
            return;
        }
        String from = "from when it is asked for to readable, " + row.found() + " alarms";
        checks.add(Check.told("delay_p50." + kind, seconds(row.delayP50Millis()), "s", from));
        checks.add(Check.atMost(
                "delay_p99." + kind, seconds(row.delayP99Millis()), "s", its.delayP99Millis() / 1_000.0, from));
        checks.add(Check.told("delay_max." + kind, seconds(row.delayMaxMillis()), "s", from));
        checks.add(Check.atMost(
                "late." + kind,
                percent(new Share((long) row.late() + row.early(), row.found())),
                PERCENT,
                rounded(its.late() * 100),
                row.late() + " readable after they were due, " + row.early() + " raised before they could be right"));
        if (row.lowLevel() > 0) {
            checks.add(Check.told(
                    "low_level." + kind, (double) row.lowLevel(), "alarms", "never as high a level as the truth"));
        }
    }

    private void heads(HeadCountResult heads) {
        if (heads.fences().isEmpty()) {
            checks.add(Check.told("head_count_right", null, PERCENT, "no head counts, or no presences in this truth"));
            return;
        }
        Share right = heads.right();
        checks.add(Check.atLeast(
                "head_count_right",
                percent(right),
                PERCENT,
                rounded(promise.headCountRight() * 100),
                right.text() + " looks at " + heads.fences().size() + " fences, every " + heads.everyMillis() / 1_000
                        + " s; true within the last " + heads.lagMillis() / 1_000 + " s"));
        checks.add(Check.told("head_count_worst", (double) heads.worst(), "people", "largest difference at any look"));
        Production production = heads.production();
        if (production != null && !production.looks().isEmpty()) {
            gates(production);
        }
    }

    private void gates(Production production) {
        long worstJob = 0;
        long worstGates = 0;
        for (Look look : production.looks()) {
            worstJob = Math.max(worstJob, look.off());
            worstGates = Math.max(worstGates, Math.abs(look.gates() - look.real()));
        }
        String of = production.name().isEmpty() ? production.fenceId() : production.name();
        checks.add(Check.told("production_worst", (double) worstJob, "people", of + ": job against truth"));
        checks.add(Check.told(
                "gates_worst",
                (double) worstGates,
                "people",
                of + ": gates against truth; " + production.recordedPasses() + " of " + production.passes()
                        + " passes recorded"));
    }

    private void rates(String at, ShiftRates rates) {
        String source = "told: " + ShiftRates.SOURCE;
        checks.add(Check.told(at + "alarms", (double) rates.alarms(), "alarms", source));
        checks.add(
                Check.told(at + "alarms_per_10_min", rounded(rates.perTenMinutes()), "alarms", "about 1, at most 2"));
        checks.add(Check.told(
                at + "alarms_per_hour", rounded(rates.perTenMinutes() * 6), "alarms", "about 6, at most 12"));
        checks.add(Check.told(at + "peak_in_10_min", (double) rates.peak(), "alarms", "at most 10"));
        checks.add(Check.told(
                at + "periods_above_10",
                percent(new Share(rates.busyPeriods(), rates.periods())),
                PERCENT,
                "below 1 %"));
        checks.add(Check.told(
                at + "flood", percent(new Share(rates.floodPeriods(), rates.periods())), PERCENT, "below 1 %"));
        checks.add(Check.told(at + "stale", (double) rates.stale(), "alarms", "below 5 on any day"));
        checks.add(Check.told(at + "open_at_end", (double) rates.open(), "alarms", ""));
        checks.add(Check.told(at + "chattering", (double) rates.chattering(), "alarms", "0"));
        checks.add(Check.told(at + "fleeting", (double) rates.fleeting(), "alarms", "0"));
        checks.add(Check.told(at + "top_10_share", percent(rates.topShare()), PERCENT, "1 % to 5 %"));
        rates.priorities()
                .forEach((priority, count) -> checks.add(Check.told(
                        at + "priority." + priority,
                        percent(new Share(
                                count,
                                rates.priorities().values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum())),
                        PERCENT,
                        "about 80 / 15 / 5 / below 1 %")));
    }

    /** Null where nothing was looked at. */
    private static @Nullable Double percent(Share share) {
        return share.of() == 0 ? null : (Double) rounded(share.value() * 100);
    }

    private static double seconds(long millis) {
        return millis / 1_000.0;
    }

    /** To four decimals: enough to tell one alarm in a million. */
    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
