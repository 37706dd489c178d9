package io.muster.simulator.scenario;

import io.muster.simulator.scenario.YamlTree.Fields;
import io.muster.simulator.scenario.YamlTree.Items;
import io.muster.simulator.scenario.YamlTree.Node;
import io.muster.simulator.scenario.YamlTree.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keys of one part of a file, each with what is expected of it. A fault is noted and the key taken as absent, so that the next fault is found too; a key that
 * nobody knows is a fault at once.
 */
final class Section {
    private static final int LONGEST_TEXT = 200;
    private static final String TIME = "a clock time such as \"09:10\" or a time after the start such as 1h30m";

    private final Map<String, Node> fields;
    private final String path;
    private final List<String> keys;
    private final Findings findings;
    private final int line;

    private Section(Fields node, String path, List<String> keys, Findings findings) {
        this.fields = node.fields();
        this.path = path;
        this.keys = keys;
        this.findings = findings;
        this.line = node.line();
        findings.stands(path, line);
        fields.forEach((key, value) -> {
            findings.stands(path(key), value.line());
            if (!keys.contains(key)) {
                String shown = YamlTree.shown(key);
                findings.fault(value.line(), path, "unknown key '" + shown + "'" + Suggestion.of(shown, keys));
            }
        });
    }

    /** @param keys that it may have */
    static Section of(Fields node, String path, List<String> keys, Findings findings) {
        return new Section(node, path, keys, findings);
    }

    boolean has(String key) {
        return node(key) != null;
    }

    String path() {
        return path;
    }

    int line() {
        return line;
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    void fault(String key, String sentence) {
        findings.fault(path(key), sentence);
    }

    /** Says that a key is missing, unless it is there (with a fault of its own). */
    void missing(String key, String expected) {
        if (!fields.containsKey(key)) {
            findings.fault(path(key), "missing; expected " + expected);
        }
    }

    @Nullable
    String text(String key) {
        return value(key, "a text of at most " + LONGEST_TEXT + " characters", text -> text);
    }

    String text(String key, String fallback) {
        String text = text(key);
        return text == null ? fallback : text;
    }

    String neededText(String key, String expected) {
        String text = text(key);
        if (text == null) {
            missing(key, expected);
        }
        return text == null ? "" : text;
    }

    /** A word of an enum, in lower case. */
    <E extends Enum<E>> @Nullable E word(String key, Class<E> type) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        List<String> words = words(type);
        int found = words.indexOf(text);
        if (found >= 0) {
            return type.getEnumConstants()[found];
        }
        String shown = YamlTree.shown(text);
        String near = Suggestion.of(shown, words);
        fault(
                key,
                "no such " + key + " '" + shown + "'"
                        + (near.isEmpty() ? "; expected one of " + String.join(", ", words) : near));
        return null;
    }

    static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Nullable
    Long duration(String key, long least) {
        Long millis = value(key, "a time with its unit, such as 90s, 5m, 1h30m or 250 ms", Quantity::millis);
        if (millis != null && millis < least) {
            fault(key, "must be at least " + Quantity.ofMillis(least) + ", was " + text(key));
            return null;
        }
        return millis;
    }

    long duration(String key, long least, long fallback) {
        Long millis = duration(key, least);
        return millis == null ? fallback : millis;
    }

    /** Simulated time; 0 where it is missing, which is a fault. */
    long neededMoment(String key, ClockTime clock) {
        Long millis = moment(key, clock);
        if (millis == null) {
            missing(key, TIME);
        }
        return millis == null ? 0 : millis;
    }

    @Nullable
    Long moment(String key, ClockTime clock) {
        return value(key, TIME, clock::millis);
    }

    @Nullable
    Double metres(String key) {
        return value(key, "a length with its unit, such as 0.5 m", Quantity::metres);
    }

    double length(String key, double fallback) {
        Double metres = metres(key);
        if (metres != null && metres < 0) {
            fault(key, "must be at least 0 m, was " + text(key));
        }
        return metres == null || metres < 0 ? fallback : metres;
    }

    double share(String key, double fallback) {
        Double share = value(key, "a share such as 1 %", Quantity::share);
        if (share != null && (share < 0 || share > 1)) {
            fault(key, "must be from 0 % to 100 %, was " + text(key));
            return fallback;
        }
        return share == null ? fallback : share;
    }

    @Nullable
    Double perHour(String key) {
        return value(key, "a rate such as 2 /h", Quantity::perHour);
    }

    @Nullable
    Double ppm(String key) {
        return value(key, "parts per million such as 20 ppm", Quantity::ppm);
    }

    @Nullable
    Double number(String key, double least, double most) {
        Double number = value(key, "a number such as 0.7", Quantity::number);
        if (number != null && (number < least || number > most)) {
            fault(
                    key,
                    "must be from " + Quantity.ofNumber(least) + " to " + Quantity.ofNumber(most) + ", was "
                            + text(key));
            return null;
        }
        return number;
    }

    @Nullable
    Long whole(String key, long least, long most) {
        String expected = "a whole number from " + least + " to " + most;
        Long number = value(key, expected, text -> text.matches("-?[0-9]{1,18}") ? Long.valueOf(text) : null);
        if (number != null && (number < least || number > most)) {
            fault(key, "expected " + expected + ", was " + number);
            return null;
        }
        return number;
    }

    int count(String key, int least, int most, int fallback) {
        Long number = whole(key, least, most);
        return number == null ? fallback : number.intValue();
    }

    boolean truth(String key) {
        Boolean truth = value(
                key, "true or false", text -> List.of("true", "false").contains(text) ? Boolean.valueOf(text) : null);
        return truth != null && truth;
    }

    /** A list of texts; one text alone is a list of one. */
    List<String> texts(String key) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        List<Node> items = node instanceof Items list ? list.items() : List.of(node);
        for (int i = 0; i < items.size(); i++) {
            findings.stands(path(key) + "[" + i + "]", items.get(i).line());
            String text = items.get(i) instanceof Scalar scalar ? scalar.text() : "";
            if (!text.isBlank() && text.length() <= LONGEST_TEXT) {
                texts.add(text);
            } else {
                findings.fault(path(key) + "[" + i + "]", "expected a text of 1 to " + LONGEST_TEXT + " characters");
            }
        }
        return List.copyOf(texts);
    }

    /** Null where it is absent. */
    @Nullable
    Section section(String key, List<String> itsKeys) {
        Node node = node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof Fields each) {
            return new Section(each, path(key), itsKeys, findings);
        }
        fault(key, "expected keys with values: " + String.join(", ", itsKeys));
        return null;
    }

    /** The parts in a list; empty where it is absent. */
    List<Section> sections(String key, List<String> itsKeys) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        if (!(node instanceof Items list)) {
            fault(key, "expected a list, each item beginning with '-'");
            return List.of();
        }
        for (int i = 0; i < list.items().size(); i++) {
            String at = path(key) + "[" + i + "]";
            if (list.items().get(i) instanceof Fields each) {
                sections.add(new Section(each, at, itsKeys, findings));
            } else {
                findings.fault(
                        list.items().get(i).line(), at, "expected keys with values: " + String.join(", ", itsKeys));
            }
        }
        return sections;
    }

    /** The parts by name; names are not known beforehand. */
    Map<String, Section> named(String key, List<String> itsKeys) {
        Map<String, Section> sections = new LinkedHashMap<>();
        Node node = node(key);
        if (node == null) {
            return sections;
        }
        if (!(node instanceof Fields all)) {
            fault(key, "expected names with values");
            return sections;
        }
        all.fields().forEach((name, each) -> {
            String at = path(key) + "." + YamlTree.shown(name);
            if (each instanceof Fields its) {
                sections.put(name, new Section(its, at, itsKeys, findings));
            } else {
                findings.fault(each.line(), at, "expected keys with values: " + String.join(", ", itsKeys));
            }
        });
        return sections;
    }

    private <T> @Nullable T value(String key, String expected, Function<String, @Nullable T> read) {
        Node node = node(key);
        if (node == null) {
            return null;
        }
        if (!(node instanceof Scalar scalar)) {
            fault(key, "expected " + expected + ", found a list or keys");
            return null;
        }
        String text = scalar.text();
        T value = text.isBlank() || text.length() > LONGEST_TEXT ? null : read.apply(text);
        if (value == null) {
            fault(key, "expected " + expected + ", was '" + YamlTree.shown(text) + "'");
        }
        return value;
    }

    private @Nullable Node node(String key) {
        if (!keys.contains(key)) {
            throw new IllegalStateException("not a key of " + path + ": " + key);
        }
        return fields.get(key);
    }
}
