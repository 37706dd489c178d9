package io.muster.rules.fuse;

import io.muster.rules.Step;
import io.muster.rules.identify.Fix;
import io.muster.rules.identify.Mark;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One person's fixes as text. A fix is {@code "12.5s uwb:A 3,4 f1 +-0.5"}: event time, technology and tag, place, and, where they matter, floor
 * and accuracy (0.3 m where nothing is said). {@code @13s} is its ordering time where that differs, {@code !LATE} a mark.
 */
final class FuseStory {
    private final FuseRule rule;
    private final List<String> told = new ArrayList<>();
    private final List<Position> positions = new ArrayList<>();
    private @Nullable FuseState state;
    private long offset;

    FuseStory(FuseOptions options) {
        this.rule = new FuseRule(options);
    }

    /** The standard options, and positions as the fixes came: what is told of is which fix counts. */
    static FuseStory plain() {
        return new FuseStory(new FuseOptions(true, 5_000, 8, true, 2, true, null));
    }

    /** The standard options, estimated. */
    static FuseStory standard() {
        return new FuseStory(FuseOptions.standard());
    }

    FuseStory fixes(String... lines) {
        for (String line : lines) {
            take(fix(line, offset++));
        }
        return this;
    }

    void take(Fix fix) {
        Step<FuseState, Position> step = rule.onInput(state, fix);
        state = step.next();
        for (Position p : step.events()) {
            positions.add(p);
            told.add(text(p));
        }
    }

    List<String> told() {
        return told;
    }

    List<Position> positions() {
        return positions;
    }

    @Nullable
    FuseState state() {
        return state;
    }

    static Fix fix(String line, long offset) {
        long event = 0;
        Long time = null;
        Technology technology = Technology.UWB;
        String tag = "";
        double x = 0;
        double y = 0;
        Double floor = null;
        double accuracy = 0.3;
        List<Mark> marks = new ArrayList<>();
        for (String word : line.split(" ")) {
            if (word.startsWith("@")) {
                time = millis(word.substring(1));
            } else if (word.startsWith("!")) {
                marks.add(Mark.valueOf(word.substring(1)));
            } else if (word.startsWith("+-")) {
                accuracy = Double.parseDouble(word.substring(2));
            } else if (word.startsWith("f")) {
                floor = Double.valueOf(word.substring(1));
            } else if (word.contains(":")) {
                technology =
                        Technology.valueOf(word.substring(0, word.indexOf(':')).toUpperCase(Locale.ROOT));
                tag = word.substring(word.indexOf(':') + 1);
            } else if (word.contains(",")) {
                x = Double.parseDouble(word.substring(0, word.indexOf(',')));
                y = Double.parseDouble(word.substring(word.indexOf(',') + 1));
            } else {
                event = millis(word);
            }
        }
        return new Fix(
                "plant",
                "wang",
                Who.of("ops", "01"),
                tag,
                "acme",
                technology,
                x,
                y,
                0,
                floor,
                accuracy,
                time == null ? event : time,
                event,
                time == null ? event : time,
                "location-updates.acme",
                0,
                offset,
                List.copyOf(marks));
    }

    private static long millis(String seconds) {
        return Math.round(Double.parseDouble(seconds.substring(0, seconds.length() - 1)) * 1000);
    }

    private static String text(Position p) {
        StringBuilder text = new StringBuilder();
        text.append(number(p.eventMillis() / 1000.0)).append("s ").append(p.providerId());
        text.append(' ').append(number(p.x())).append(',').append(number(p.y()));
        text.append(p.floor() == null ? "" : " f" + number(p.floor()));
        for (Mark mark : p.marks()) {
            text.append(' ').append(mark);
        }
        return text.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
