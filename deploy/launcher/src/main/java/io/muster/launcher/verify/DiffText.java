package io.muster.launcher.verify;

import io.muster.launcher.report.Figure;
import io.muster.launcher.terminal.Table;
import io.muster.launcher.terminal.Words;
import io.muster.simulator.verify.AlarmDiff;
import io.muster.simulator.verify.AlarmDiff.Change;
import io.muster.simulator.verify.AlarmSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Differences between two runs as a table, and as figures. */
public final class DiffText {
    private static final int SHORT_ID = 8;

    private DiffText() {}

    /** One row for each alarm that differs. */
    public static Table table(AlarmDiff diff) {
        Table table = Table.of("alarm", "kind", "about", "raised at", "difference");
        for (Change change : diff.changes()) {
            AlarmSpan span = change.either();
            table.row(
                    shortId(span.alarmId()),
                    span.kind().wire(),
                    span.subject().id(),
                    Instant.ofEpochMilli(span.raisedMillis()),
                    String.join("; ", words(change)));
        }
        return table;
    }

    /** Counts with target 0; each difference in the details. */
    public static List<Figure> figures(AlarmDiff diff) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.told("same", diff.same(), "alarms", ""));
        figures.add(figure("added", diff.changes().stream().filter(change -> change.before() == null)));
        figures.add(figure("lost", diff.changes().stream().filter(change -> change.after() == null)));
        figures.add(figure("later", diff.changes().stream().filter(change -> change.laterMillis() > 0)));
        figures.add(figure("earlier", diff.changes().stream().filter(change -> change.laterMillis() < 0)));
        figures.add(figure("ended_otherwise", diff.changes().stream().filter(change -> change.endLaterMillis() != 0)));
        figures.add(figure("other_level", diff.changes().stream().filter(Change::levelChanged)));
        figures.add(figure(
                "other_people",
                diff.changes().stream()
                        .filter(change ->
                                !change.joined().isEmpty() || !change.gone().isEmpty())));
        return figures;
    }

    private static Figure figure(String name, Stream<Change> changes) {
        List<String> details = changes.map(
                        change -> change.either().alarmId() + ": " + String.join("; ", words(change)))
                .toList();
        return Figure.atMost(name, (double) details.size(), "alarms", 0, String.join(", ", details));
    }

    /** In words, at least one. */
    private static List<String> words(Change change) {
        AlarmSpan before = change.before();
        AlarmSpan after = change.after();
        if (before == null) {
            return List.of("added");
        }
        if (after == null) {
            return List.of("lost");
        }
        List<String> words = new ArrayList<>();
        if (change.laterMillis() != 0) {
            words.add(Words.duration(Math.abs(change.laterMillis()))
                    + (change.laterMillis() > 0 ? " later" : " earlier"));
        }
        if (change.endLaterMillis() == Long.MAX_VALUE) {
            words.add("does not end any more");
        } else if (change.endLaterMillis() == Long.MIN_VALUE) {
            words.add("ends now");
        } else if (change.endLaterMillis() != 0) {
            words.add("ends " + Words.duration(Math.abs(change.endLaterMillis()))
                    + (change.endLaterMillis() > 0 ? " later" : " earlier"));
        }
        if (change.levelChanged()) {
            words.add("level " + before.level().wire() + " -> " + after.level().wire());
        }
        if (!change.joined().isEmpty()) {
            words.add("with " + people(change.joined()));
        }
        if (!change.gone().isEmpty()) {
            words.add("without " + people(change.gone()));
        }
        return words;
    }

    private static String people(List<String> ids) {
        return String.join(" ", ids.stream().map(DiffText::shortId).toList());
    }

    private static String shortId(String id) {
        return id.length() > SHORT_ID ? id.substring(0, SHORT_ID) : id;
    }
}
