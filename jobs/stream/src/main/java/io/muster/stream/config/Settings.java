package io.muster.stream.config;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Settings from YAML, by dotted name, each with the place that it stands at. A later file replaces single settings of an earlier one. Faults are
 * gathered; whoever asks for a faulty setting gets a stand-in, and the whole is refused at the end.
 */
final class Settings {
    private static final Pattern QUANTITY = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)\\s*([a-z/]*)");

    private record Setting(String text, String place) {}

    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<String> faults = new ArrayList<>();

    void read(String file, Reader yaml) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            @Nullable Node root = new Yaml(new SafeConstructor(options)).compose(yaml);
            if (root != null) {
                flatten(file, "", root);
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(file + ":" + line + ": no YAML: " + e.getProblem());
        }
    }

    /** @param place before each fault; empty = none */
    void set(String name, String text, String place) {
        settings.put(name, new Setting(text, place));
    }

    /** Name to text, as they stand. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        settings.forEach((name, setting) -> texts.put(name, setting.text()));
        return texts;
    }

    /** Milliseconds, from a text such as {@code 500 ms}, {@code 2 s}, {@code 1 min}, {@code 24 h}. */
    long millis(String name, long least) {
        double value = quantity(name, Map.of("ms", 1.0, "s", 1e3, "min", 60e3, "h", 3600e3), "a time such as 2 s");
        return checked(name, Math.round(value), least, "ms");
    }

    /** As {@link #millis}; {@code never} is -1. */
    long millisOrNever(String name) {
        return "never".equals(text(name)) ? -1 : millis(name, 0);
    }

    double metres(String name, double least) {
        double value = quantity(name, Map.of("m", 1.0, "cm", 0.01), "a length such as 1.5 m");
        if (value < least) {
            fault(name, "must be at least " + least + " m, was " + text(name));
        }
        return Math.max(value, least);
    }

    /** As {@link #metres}; {@code never} is -1. */
    double metresOrNever(String name) {
        return "never".equals(text(name)) ? -1 : metres(name, 0.01);
    }

    double metresPerSecond(String name) {
        double value = quantity(name, Map.of("m/s", 1.0, "km/h", 1 / 3.6), "a speed such as 8 m/s");
        if (value <= 0) {
            fault(name, "must be above 0 m/s, was " + text(name));
        }
        return value;
    }

    int count(String name, int least) {
        double value = quantity(name, Map.of("", 1.0), "a whole number");
        if (value != Math.rint(value)) {
            fault(name, "expected a whole number, was " + text(name));
        }
        return (int) checked(name, (long) value, least, "");
    }

    boolean onOff(String name) {
        String text = text(name);
        if (!text.equals("true") && !text.equals("false")) {
            fault(name, "expected true or false, was '" + text + "'");
        }
        return text.equals("true");
    }

    void fault(String name, String what) {
        Setting at = settings.get(name);
        String fault = (at == null || at.place().isEmpty() ? "" : at.place() + ": ") + name + ": " + what;
        if (!faults.contains(fault)) { // a setting that two ask for is told once
            faults.add(fault);
        }
    }

    /** Faults of what was asked for. */
    List<String> faultsSoFar() {
        return List.copyOf(faults);
    }

    /** All faults, those included that concern settings nobody asked for: to be called when everything was asked for. */
    List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        settings.forEach((name, setting) -> {
            if (!asked.contains(name)) {
                all.add((setting.place().isEmpty() ? "" : setting.place() + ": ") + name
                        + ": no such setting; there are " + String.join(", ", asked));
            }
        });
        return all;
    }

    private long checked(String name, long value, long least, String unit) {
        if (value < least) {
            fault(name, ("must be at least " + least + " " + unit).trim() + ", was " + text(name));
        }
        // A stand-in, so that the faults behind it are found too.
        return Math.max(value, least);
    }

    private double quantity(String name, Map<String, Double> units, String expected) {
        String text = text(name);
        Matcher matcher = QUANTITY.matcher(text);
        if (matcher.matches()) {
            Double factor = units.get(matcher.group(2));
            if (factor != null) {
                return Double.parseDouble(matcher.group(1)) * factor;
            }
        }
        if (settings.containsKey(name)) {
            fault(name, "expected " + expected + ", was '" + text + "'");
        }
        return Double.MAX_VALUE;
    }

    private String text(String name) {
        asked.add(name);
        Setting setting = settings.get(name);
        if (setting == null) {
            String missing = name + ": missing";
            if (!faults.contains(missing)) {
                faults.add(missing);
            }
            return "";
        }
        return setting.text();
    }

    private void flatten(String file, String prefix, Node node) {
        String place = file + ":" + (node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple each : mapping.getValue()) {
                if (each.getKeyNode() instanceof ScalarNode key) {
                    flatten(
                            file,
                            prefix.isEmpty() ? key.getValue() : prefix + "." + key.getValue(),
                            each.getValueNode());
                } else {
                    faults.add(place + ": " + prefix + ": expected a name");
                }
            }
        } else if (node instanceof ScalarNode scalar && !prefix.isEmpty()) {
            Setting before = settings.put(prefix, new Setting(scalar.getValue().trim(), place));
            if (before != null && before.place().startsWith(file + ":")) {
                faults.add(place + ": " + prefix + ": is set twice");
            }
        } else {
            faults.add(place + ": " + (prefix.isEmpty() ? "the file" : prefix) + ": expected settings by name");
        }
    }
}
