package io.muster.launcher.quality;

import io.muster.launcher.report.Figure;
import io.muster.launcher.report.Spread;
import io.muster.launcher.terminal.Table;
import io.muster.simulator.annex.Outcome;
import io.muster.simulator.annex.Question;
import io.muster.simulator.verify.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the outcomes of Annex A say, as a table and as figures with their limits. */
public final class AnnexFigures {
    /** AQ 3064.3 7.3.2: misses below this. */
    static final double MISS_LIMIT_PERCENT = 10;
    /** AQ 3064.3 7.3.3: false alarms below this. */
    static final double FALSE_LIMIT_PERCENT = 15;
    /** AQ 3064.3 5.2.3: a warning at most so long after the 60 s are full. */
    static final double WARNING_LIMIT_SECONDS = 5;

    private static final String OWN = "muster";

    private AnnexFigures() {}

    /** One row a question: the limit, the job with its bounds, and the naive models. */
    public static Table shares(List<Outcome> outcomes) {
        Table table = Table.of("test", ">limit", ">muster", ">95 % bounds", ">raw count", ">mean of 60 s");
        for (Question question : Question.values()) {
            List<Outcome> models = of(question, outcomes);
            if (question != Question.THREE_COME_AND_GO && models.size() == 3) {
                table.row(
                        name(question),
                        "< " + Math.round(limit(question)) + " %",
                        percent(models.get(0)),
                        bounds(models.get(0)).boundsText(),
                        percent(models.get(1)),
                        percent(models.get(2)));
            }
        }
        return table;
    }

    /** Delays of those who walk up and away at 1 m/s, after the moment from which they are right. */
    public static Table delays(List<Outcome> outcomes) {
        Table table = Table.of(
                "walking at 1 m/s", ">muster p50", ">p95", ">never", ">raw p95", ">never", ">mean p95", ">never");
        List<Outcome> models = of(Question.THREE_COME_AND_GO, outcomes);
        if (models.size() == 3) {
            table.row(cells(
                    "warning after the 60 s are full",
                    models.stream().map(Outcome::warnedAfterMillis).toList()));
            table.row(cells(
                    "dispersal after fewer than 3",
                    models.stream().map(Outcome::dispersedAfterMillis).toList()));
        }
        return table;
    }

    /** The figures of the job, each with the limit of the standard, and of the naive models without. */
    public static List<Figure> figures(List<Outcome> outcomes) {
        List<Figure> figures = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            String model =
                    outcome.model().equals(OWN) ? "" : "." + outcome.model().replaceAll("\\W+", "_");
            if (outcome.question() == Question.THREE_COME_AND_GO) {
                figures.add(delay("walking.warning_p95" + model, outcome.warnedAfterMillis(), model.isEmpty()));
                figures.add(delay("walking.dispersal_p95" + model, outcome.dispersedAfterMillis(), false));
                continue;
            }
            double value = 100.0 * outcome.wrong() / outcome.reports();
            String name = outcome.question().name().toLowerCase(Locale.ROOT)
                    + (outcome.question().isMiss() ? ".miss" : ".false")
                    + model;
            String detail = String.format(
                    Locale.ROOT,
                    "%s: %,d of %,d reports; 95 %% bounds %s",
                    name(outcome.question()),
                    outcome.wrong(),
                    outcome.reports(),
                    bounds(outcome).boundsText());
            figures.add(
                    model.isEmpty()
                            ? Figure.atMost(name, value, "%", limit(outcome.question()), detail)
                            : Figure.told(name, value, "%", detail));
        }
        return figures;
    }

    private static Figure delay(String name, List<Long> delays, boolean limited) {
        Double value = p95Seconds(delays);
        String detail = never(delays) + " of " + delays.size() + " never";
        return limited
                ? Figure.atMost(name, value, "s", WARNING_LIMIT_SECONDS, detail)
                : new Figure(name, value, "s", null, null, detail);
    }

    private static Object[] cells(String what, List<List<Long>> models) {
        List<Object> cells = new ArrayList<>();
        cells.add(what);
        Double half = percentile(models.get(0), 50);
        cells.add(half == null ? "never" : seconds(half));
        for (List<Long> delays : models) {
            Double value = p95Seconds(delays);
            cells.add(value == null ? "never" : seconds(value));
            cells.add(never(delays));
        }
        return cells.toArray();
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.1f s", value);
    }

    private static long never(List<Long> delays) {
        return delays.stream().filter(delay -> delay == Outcome.NEVER).count();
    }

    private static @org.jspecify.annotations.Nullable Double p95Seconds(List<Long> delays) {
        return percentile(delays, 95);
    }

    /** Over all seeds: null where the one that is asked for never came. */
    private static @org.jspecify.annotations.Nullable Double percentile(List<Long> delays, double percent) {
        Spread spread = new Spread();
        delays.forEach(spread::add);
        if (spread.isEmpty() || spread.percentile(percent) == Outcome.NEVER) {
            return null;
        }
        return spread.percentile(percent) / 1_000.0;
    }

    private static Share bounds(Outcome outcome) {
        return new Share(outcome.wrongMinutes(), outcome.minutes());
    }

    private static String percent(Outcome outcome) {
        return String.format(Locale.ROOT, "%.2f %%", 100.0 * outcome.wrong() / outcome.reports());
    }

    private static double limit(Question question) {
        return question.isMiss() ? MISS_LIMIT_PERCENT : FALSE_LIMIT_PERCENT;
    }

    private static List<Outcome> of(Question question, List<Outcome> outcomes) {
        return outcomes.stream().filter(each -> each.question() == question).toList();
    }

    static String name(Question question) {
        return switch (question) {
            case SIX_ARE_TOGETHER -> "A.4 gathering, miss";
            case FIVE_ARE_TOGETHER -> "A.4 gathering, false";
            case ZONE_IS_OVERFULL -> "A.5 over-capacity, miss";
            case ZONE_IS_NOT_OVERFULL -> "A.5 over-capacity, false";
            case NOBODY_IS_INSIDE -> "A.5 boundary, miss";
            case ONE_IS_INSIDE -> "A.5 boundary, false";
            case THREE_COME_AND_GO -> "walking up and away";
        };
    }
}
