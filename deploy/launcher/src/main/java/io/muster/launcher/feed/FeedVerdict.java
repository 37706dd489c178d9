package io.muster.launcher.feed;

import io.muster.launcher.report.Figure;
import io.muster.launcher.report.Spread;
import io.muster.launcher.terminal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A feed held against the legal limits: a fix of every tag each 10 s at most, here within 5 s. Pure. */
public record FeedVerdict(List<Figure> figures, List<Rejected> rejected, Map<String, Long> byTopic) {
    /** PD-3: sampling and delay, ms. */
    static final long SAMPLING_MILLIS = 10_000;

    static final long DELAY_MILLIS = 5_000;

    private static final int NAMES = 5;

    /**
     * @param peopleKnown how many people the site has; with none, no tag is unknown
     * @param endArrivalMillis the broker's time at the end
     * @param watchedMillis how long was watched
     */
    static FeedVerdict of(FeedTally tally, int peopleKnown, long endArrivalMillis, long watchedMillis) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "messages",
                (double) tally.messages(),
                "messages",
                null,
                tally.messages() > 0,
                (tally.messages() > 0 ? "in " : "nothing came in ") + Words.duration(watchedMillis)));
        figures.add(Figure.told("rate", tally.messages() * 1_000.0 / Math.max(1, watchedMillis), "messages/s", ""));
        figures.add(Figure.told("tags", tally.tags().size(), "tags", ""));
        sampling(tally, endArrivalMillis, figures);
        delay(tally, figures);
        figures.add(Figure.told(
                "duplicates", (double) tally.duplicates(), "messages", "a tag and a time that came before"));
        figures.add(Figure.told(
                "out_of_order", (double) tally.outOfOrder(), "messages", "older than what had come of the same tag"));
        figures.add(Figure.told(
                "wrong_keys",
                (double) tally.wrongKeys(),
                "messages",
                "the key is not the provider_id: Kafka keeps no order"));
        figures.add(
                Figure.told("without_time", (double) tally.withoutTime(), "messages", "arrival stands for their time"));
        figures.add(Figure.told(
                "unknown_tags",
                tally.unknown().size(),
                "tags",
                peopleKnown == 0
                        ? "the site knows no people: every tag is a person of its own"
                        : "of nobody among " + Words.counted(peopleKnown, "person", "people")
                                + names(tally.unknown().stream().sorted().toList())));
        long rejected = tally.rejected().stream().mapToLong(Rejected::count).sum();
        figures.add(Figure.told("rejected", (double) rejected, "messages", ""));
        for (Rejected each : tally.rejected()) {
            figures.add(Figure.told(
                    "rejected." + each.reason(),
                    (double) each.count(),
                    "messages",
                    each.where() + ": " + each.detail() + ": " + each.sample()));
        }
        return new FeedVerdict(figures, tally.rejected(), tally.byTopic());
    }

    public boolean passed() {
        return figures.stream().noneMatch(Figure::isMissed);
    }

    private static void sampling(FeedTally tally, long endArrivalMillis, List<Figure> figures) {
        Spread gaps = new Spread();
        String slowest = "";
        long longest = 0;
        List<String> silent = new ArrayList<>();
        for (Map.Entry<String, TagTimes> each : tally.tags().entrySet()) {
            long of = each.getValue().addGaps(gaps, endArrivalMillis);
            if (of > longest) {
                longest = of;
                slowest = each.getKey();
            }
            if (each.getValue().silentMillis(endArrivalMillis) > SAMPLING_MILLIS) {
                silent.add(each.getKey());
            }
        }
        String detail = Words.counted(gaps.count(), "gap", "gaps") + " of "
                + Words.counted(tally.tags().size(), "tag", "tags");
        figures.add(told("sampling_gap_p50", gaps, 50, detail));
        figures.add(Figure.atMost("sampling_gap_p99", percentile(gaps, 99), "ms", SAMPLING_MILLIS, detail));
        figures.add(told("sampling_gap_max", gaps, 100, slowest.isEmpty() ? "" : "tag " + slowest));
        figures.add(Figure.told("silent_tags", silent.size(), "tags", "no message in the last 10 s" + names(silent)));
    }

    private static void delay(FeedTally tally, List<Figure> figures) {
        Spread delays = tally.delays();
        String detail = "from the vendor's time to the arrival";
        figures.add(told("delay_p50", delays, 50, detail));
        figures.add(Figure.atMost("delay_p99", percentile(delays, 99), "ms", DELAY_MILLIS, detail));
        figures.add(told("delay_max", delays, 100, ""));
        Long least = tally.leastDelayMillis();
        figures.add(new Figure("clock_offset", least == null ? null : (double) least, "ms", null, null, offset(least)));
    }

    /** The least delay is the offset of the clocks and the shortest way together; the way is never less than 0. */
    private static String offset(@Nullable Long leastMillis) {
        if (leastMillis == null) {
            return "no message has a time";
        }
        return leastMillis < 0
                ? "the least delay: the vendor's clock is ahead of the broker's by that or more"
                : "the least delay: the vendor's clock is behind the broker's by that at most";
    }

    private static Figure told(String name, Spread spread, double percent, String detail) {
        return new Figure(name, percentile(spread, percent), "ms", null, null, detail);
    }

    private static @Nullable Double percentile(Spread spread, double percent) {
        return spread.isEmpty() ? null : (double) spread.percentile(percent);
    }

    private static String names(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        return names.stream().limit(NAMES).collect(Collectors.joining(", ", ": ", ""))
                + (names.size() > NAMES ? ", …" : "");
    }
}
