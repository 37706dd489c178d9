package io.muster.simulator.annex;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the reports of one question, over all seeds.
 *
 * @param model {@code muster}, or the name of a naive model
 * @param reports how many were asked
 * @param wrong how many were wrong
 * @param minutes of standing that were asked: reports within a minute are not independent, since every model but the raw one remembers as long, so bounds count
 *     minutes
 * @param warnedAfterMillis for {@link Question#THREE_COME_AND_GO}, one a seed: from the moment at which the 60 s are full to the warning; {@link #NEVER} = none came
 * @param dispersedAfterMillis as before: from the moment at which fewer than three are together to the end of the gathering
 */
public record Outcome(
        Question question,
        String model,
        long reports,
        long wrong,
        long minutes,
        List<Long> warnedAfterMillis,
        List<Long> dispersedAfterMillis) {
    public static final long NEVER = Long.MAX_VALUE;

    public Outcome {
        warnedAfterMillis = List.copyOf(warnedAfterMillis);
        dispersedAfterMillis = List.copyOf(dispersedAfterMillis);
    }

    /** Wrong reports in proportion, as whole minutes (rounded up): what a bound is made from. */
    public long wrongMinutes() {
        return reports == 0 ? 0 : (long) Math.ceil((double) wrong * minutes / reports);
    }

    static Outcome sum(Question question, String model, List<Outcome> seeds) {
        List<Long> warned = new ArrayList<>();
        List<Long> dispersed = new ArrayList<>();
        long reports = 0;
        long wrong = 0;
        long minutes = 0;
        for (Outcome each : seeds) {
            reports += each.reports();
            wrong += each.wrong();
            minutes += each.minutes();
            warned.addAll(each.warnedAfterMillis());
            dispersed.addAll(each.dispersedAfterMillis());
        }
        return new Outcome(question, model, reports, wrong, minutes, warned, dispersed);
    }
}
