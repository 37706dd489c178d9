package io.muster.launcher.demo;

import io.muster.launcher.report.Figure;
import io.muster.launcher.report.Spread;
import io.muster.simulator.verify.VerifyReport;
import io.muster.simulator.verify.VerifyReport.KindRow;
import io.muster.stream.config.JobConfig;
import io.muster.stream.config.LegalLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a demo came to.
 *
 * @param figures everything that was measured, with its target where it has one
 * @param alarms by kind: raised and cleared
 * @param remarks one line for each truth that was missed, late or early, and each alarm that was invented
 */
public record Verdict(
        List<Figure> figures, Map<String, Measurements.Tally> alarms, List<KindRow> truths, List<String> remarks) {
    /** Prefix of the figures that are held against the law. */
    static final String LAW = "legal";

    /** PD-3: sampling, delay, cycle of the gathering model, milliseconds. */
    private static final LegalLimits LEGAL = new LegalLimits(10_000, 5_000, 30_000);

    /** From raised_at (event time) to readable, at a settle of 1 s; what the settle is longer, it may be longer. */
    private static final long ALARM_DELAY_MILLIS = 2_500;

    private static final long USUAL_SETTLE_MILLIS = 1_000;
    private static final double FIRST_ALARM_SECONDS = 30;

    /** @param decided whether the job came to the end of the input in time */
    record Input(
            DemoOptions options,
            JobConfig config,
            Measurements measured,
            VerifyReport truths,
            long fixes,
            long workedMillis,
            long restarts,
            boolean decided) {}

    static Verdict of(Input in) {
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Figure.told("fixes_sent", (double) in.fixes(), "messages", "in " + in.workedMillis() / 1_000.0 + " s"));
        figures.add(Figure.told("rejected", (double) in.measured().rejectedCount(), "messages", ""));
        limits(figures, in.measured(), LAW, LEGAL);
        limits(figures, in.measured(), in.config().profile(), in.config().limits());
        alarmDelay(figures, in);
        firstAlarm(figures, in);
        truths(figures, in.truths());
        figures.add(Figure.atMost(
                "job_restarts", (double) in.restarts(), "restarts", 0, "alarm writers that opened after the start"));
        figures.add(Figure.atMost(
                "undecided",
                in.decided() ? 0.0 : 1.0,
                "runs",
                0,
                "whether the job reached the end of the input in time"));
        return new Verdict(
                List.copyOf(figures),
                in.measured().tallies(),
                in.truths().kinds(),
                in.truths().remarks());
    }

    /** Whether everything that has a target meets it. */
    public boolean passed() {
        return figures.stream().noneMatch(Figure::isMissed);
    }

    private static void limits(List<Figure> figures, Measurements measured, String whose, LegalLimits limits) {
        Spread p99 = measured.samplingP99Millis();
        Spread max = measured.samplingMaxMillis();
        Spread delay = measured.modelDelayMillis();
        Spread cycle = measured.cycleMillis();
        figures.add(atMost(
                whose,
                "sampling_gap_p99",
                maxOf(p99),
                limits.samplingMillis(),
                "largest 99th percentile of any cycle"));
        figures.add(atMost(whose, "sampling_gap_max", maxOf(max), limits.samplingMillis(), ""));
        String delays = "from the newest fix to the evaluation readable, " + delay.count() + " evaluations";
        figures.add(atMost(whose, "delay_p50", percentile(delay, 50), limits.delayMillis(), delays));
        figures.add(atMost(whose, "delay_p99", percentile(delay, 99), limits.delayMillis(), delays));
        figures.add(atMost(whose, "delay_max", maxOf(delay), limits.delayMillis(), delays));
        figures.add(atMost(whose, "cycle_max", maxOf(cycle), limits.cycleMillis(), cycle.count() + " cycles"));
    }

    private static Figure atMost(String whose, String name, @Nullable Double millis, long limitMillis, String detail) {
        return Figure.atMost(whose + "." + name, millis, "ms", (double) limitMillis, detail);
    }

    private static void alarmDelay(List<Figure> figures, Input in) {
        Spread delay = in.measured().alarmDelayMillis();
        long limit = ALARM_DELAY_MILLIS + in.config().settleMillis() - USUAL_SETTLE_MILLIS;
        String detail = "from raised_at to readable, " + delay.count() + " alarms";
        if (delay.isEmpty()) {
            figures.add(new Figure("alarm_delay_p99", null, "ms", (double) limit, null, "no alarm"));
            return;
        }
        figures.add(Figure.told("alarm_delay_p50", (double) delay.percentile(50), "ms", detail));
        figures.add(Figure.atMost("alarm_delay_p99", (double) delay.percentile(99), "ms", (double) limit, detail));
        figures.add(Figure.told("alarm_delay_max", (double) delay.max(), "ms", detail));
    }

    private static void firstAlarm(List<Figure> figures, Input in) {
        Long first = in.measured().firstAlarmMillis();
        if (first == null) {
            figures.add(new Figure("first_alarm", null, "s", FIRST_ALARM_SECONDS, null, "no alarm"));
        } else {
            double seconds = (first - in.options().commandMillis()) / 1_000.0;
            figures.add(Figure.atMost(
                    "first_alarm", seconds, "s", FIRST_ALARM_SECONDS, "from the command to the first alarm readable"));
        }
    }

    private static void truths(List<Figure> figures, VerifyReport report) {
        for (KindRow row : report.kinds()) {
            String kind = row.kind().wire();
            figures.add(Figure.told("truths_found." + kind, row.found(), "truths", "of " + row.truths()));
            figures.add(Figure.atMost("truths_missed." + kind, (double) row.missed(), "truths", 0, ""));
            figures.add(Figure.atMost(
                    "truths_late." + kind, (double) row.late(), "truths", 0, "found after they were due"));
            figures.add(Figure.atMost(
                    "truths_early." + kind, (double) row.early(), "truths", 0, "raised before it could be right"));
            figures.add(Figure.atMost("alarms_invented." + kind, (double) row.invented(), "alarms", 0, ""));
        }
    }

    private static @Nullable Double percentile(Spread spread, double percent) {
        return spread.isEmpty() ? null : (double) spread.percentile(percent);
    }

    private static @Nullable Double maxOf(Spread spread) {
        return spread.isEmpty() ? null : (double) spread.max();
    }
}
