package io.muster.simulator.report;

import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.Subject;
import io.muster.contract.value.TruthLine;
import io.muster.simulator.verify.AlarmSpan;
import io.muster.simulator.verify.Judgement;
import io.muster.simulator.verify.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happened above what was told, one row per kind and fence; kinds that are about people or groups have one row. */
final class TimelinePlot {
    private static final double WIDTH = 1080;
    private static final double LEFT = 250;
    private static final double RIGHT = 14;
    private static final double TOP = 34;
    private static final double LANE = 8;
    private static final double ROW_GAP = 9;
    private static final String ALLOWED = "#9fc5e8";
    private static final String MISSING = "#f2a9a9";
    private static final int MOST_ROWS = 60;
    private static final int LABEL_COLUMNS = 40;

    private final Judgement judgement;
    private final Axis x;
    private final Map<String, Row> rows = new TreeMap<>();

    private record Bar(long from, long to, String colour, String hint) {}

    /** One row: truths above, alarms below. */
    private static final class Row {
        private final AlarmKind kind;
        private final String label;
        private final List<Bar> truths = new ArrayList<>();
        private final List<Bar> alarms = new ArrayList<>();
        private boolean wrong;

        Row(AlarmKind kind, String label) {
            this.kind = kind;
            this.label = label;
        }
    }

    private TimelinePlot(Judgement judgement) {
        this.judgement = judgement;
        this.x = Axis.ofTime(judgement.fromMillis(), judgement.toMillis(), LEFT, WIDTH - LEFT - RIGHT);
    }

    static Svg of(Judgement judgement) {
        return new TimelinePlot(judgement).draw();
    }

    private Svg draw() {
        fill();
        List<Row> shown = rows.values().stream()
                .sorted(Comparator.comparing((Row row) -> !row.wrong)
                        .thenComparing(row -> !judgement.promise().isRaised(row.kind)))
                .limit(MOST_ROWS)
                .sorted(Comparator.comparing((Row row) -> row.kind).thenComparing(row -> row.label))
                .toList();
        double height = TOP + 24;
        List<int[]> lanes = new ArrayList<>();
        for (Row row : shown) {
            int[] its = {laneCount(row.truths), laneCount(row.alarms)};
            lanes.add(its);
            height += Math.max(2, its[0] + its[1]) * LANE + ROW_GAP;
        }
        Svg svg = new Svg(WIDTH, height, "what happened, and the alarms, over time");
        legend(svg);
        for (long time : x.times()) {
            svg.line(x.of(time), TOP, x.of(time), height - 20, Svg.GRID, 1);
            svg.text(x.of(time), height - 6, x.anchor(x.of(time)), Svg.INK, x.clock(time));
        }
        double y = TOP + 4;
        for (int i = 0; i < shown.size(); i++) {
            Row row = shown.get(i);
            int[] its = lanes.get(i);
            double rowHeight = Math.max(2, its[0] + its[1]) * LANE;
            svg.text(LEFT - 8, y + rowHeight / 2 + 4, "end", row.wrong ? Svg.BAD : Svg.INK, cut(row.label));
            bars(svg, row.truths, y);
            bars(svg, row.alarms, y + Math.max(1, its[0]) * LANE);
            y += rowHeight + ROW_GAP;
            svg.line(0, y - ROW_GAP / 2, WIDTH - RIGHT, y - ROW_GAP / 2, Svg.GRID, 0.6);
        }
        return svg;
    }

    private void fill() {
        for (TruthLine truth : judgement.truth().alarms()) {
            Instant end = truth.end();
            row(truth.kind(), truth.subject())
                    .truths
                    .add(new Bar(
                            truth.onset().toEpochMilli(),
                            end == null ? judgement.toMillis() : end.toEpochMilli(),
                            truth.tolerated() ? Svg.QUIET : Svg.TRUTH,
                            (truth.tolerated() ? "tolerated truth, " : "truth, ") + truth.onset() + ", "
                                    + truth.trackableIds().size() + " people"));
        }
        for (Outcome outcome : judgement.outcomes()) {
            Row row = row(outcome.kind(), outcome.subject());
            row.wrong |= outcome.verdict().isWrong() && judgement.promise().isRaised(outcome.kind());
            AlarmSpan alarm = outcome.alarm();
            if (alarm == null) {
                TruthLine truth = Objects.requireNonNull(outcome.truth());
                Instant end = truth.end();
                row.alarms.add(new Bar(
                        truth.onset().toEpochMilli(),
                        end == null ? judgement.toMillis() : end.toEpochMilli(),
                        judgement.promise().isRaised(outcome.kind()) ? MISSING : "#eef0f2",
                        "no alarm"));
            } else {
                row.alarms.add(new Bar(
                        alarm.raisedMillis(),
                        alarm.isOver() ? alarm.endMillis() : judgement.toMillis(),
                        colour(outcome.verdict()),
                        outcome.verdict().word() + ", raised " + Instant.ofEpochMilli(alarm.raisedMillis())));
            }
        }
    }

    private static String colour(Outcome.Verdict verdict) {
        return switch (verdict) {
            case FOUND -> Svg.JOB;
            case LATE, EARLY -> Svg.GATES;
            case TOLERATED -> ALLOWED;
            case MISSED, DUPLICATED, UNEXPECTED -> Svg.BAD;
        };
    }

    private Row row(AlarmKind kind, Subject subject) {
        boolean fence = subject.type().equals("fence");
        @Nullable String name = fence ? judgement.fenceNames().get(subject.id()) : null;
        String label = kind.wire().replace('_', ' ') + (fence ? ": " + (name == null ? subject.id() : name) : "");
        return rows.computeIfAbsent(kind.wire() + " " + (fence ? subject.id() : ""), key -> new Row(kind, label));
    }

    private void bars(Svg svg, List<Bar> bars, double y) {
        List<Long> ends = new ArrayList<>();
        bars.sort(Comparator.comparingLong(Bar::from));
        for (Bar bar : bars) {
            int lane = lane(ends, bar);
            svg.bar(
                    x.of(bar.from()),
                    y + lane * LANE,
                    x.of(bar.to()) - x.of(bar.from()),
                    LANE - 1.5,
                    bar.colour(),
                    bar.hint());
        }
    }

    private static int laneCount(List<Bar> bars) {
        List<Long> ends = new ArrayList<>();
        bars.sort(Comparator.comparingLong(Bar::from));
        bars.forEach(bar -> lane(ends, bar));
        return ends.size();
    }

    /** The first lane that is free; a new one where none is. */
    private static int lane(List<Long> ends, Bar bar) {
        for (int i = 0; i < ends.size(); i++) {
            if (ends.get(i) <= bar.from()) {
                ends.set(i, bar.to());
                return i;
            }
        }
        ends.add(bar.to());
        return ends.size() - 1;
    }

    private void legend(Svg svg) {
        String[][] entries = {
            {"truth", Svg.TRUTH},
            {"tolerated truth", Svg.QUIET},
            {"alarm in time", Svg.JOB},
            {"late or early", Svg.GATES},
            {"tolerated alarm", ALLOWED},
            {"missing alarm", MISSING},
            {"invented alarm", Svg.BAD}
        };
        double at = LEFT;
        for (String[] entry : entries) {
            svg.bar(at, 8, 14, 8, entry[1], entry[0]);
            svg.text(at + 18, 16, "start", Svg.INK, entry[0]);
            at += 32 + entry[0].length() * 6.4;
        }
        int hidden = rows.size() - MOST_ROWS;
        if (hidden > 0) {
            svg.text(LEFT - 8, 16, "end", Svg.TRUTH, hidden + " rows left out");
        }
    }

    /** Chinese characters are twice as wide. */
    private static String cut(String label) {
        int columns = 0;
        for (int i = 0; i < label.length(); i++) {
            columns += label.charAt(i) >= 0x2e80 ? 2 : 1;
            if (columns > LABEL_COLUMNS) {
                return label.substring(0, i) + "…";
            }
        }
        return label;
    }
}
