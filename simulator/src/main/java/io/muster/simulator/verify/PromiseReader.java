package io.muster.simulator.verify;

import io.muster.contract.value.AlarmKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code promise.yaml}: a unit in every value, every fault with its line, all faults together. */
public final class PromiseReader {
    /** Where the build puts {@code docs/promise.yaml}. */
    static final String SHIPPED = "/io/muster/simulator/promise.yaml";

    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?) ?([a-z%]+)");
    private static final Map<String, Double> TIMES = Map.of("ms", 1.0, "s", 1e3, "min", 60e3, "h", 3_600e3);

    private final String file;
    private final List<String> faults = new ArrayList<>();

    private PromiseReader(String file) {
        this.file = file;
    }

    /** The promise that is shipped. */
    public static Promise shipped() {
        try (InputStream in = PromiseReader.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is not on the class path");
            }
            return read("promise.yaml", new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException | PromiseFaults e) {
            throw new IllegalStateException("the shipped promise cannot be read: " + e.getMessage(), e);
        }
    }

    /** @throws IOException if the file cannot be read */
    public static Promise read(Path file) throws IOException, PromiseFaults {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(file.toString(), reader);
        }
    }

    static Promise read(String file, Reader yaml) throws PromiseFaults {
        return new PromiseReader(file).promise(yaml);
    }

    private Promise promise(Reader yaml) throws PromiseFaults {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        NavigableMap<AlarmKind, Promise.OfKind> alarms = new TreeMap<>();
        double right = 0;
        long lag = 0;
        int chattering = 0;
        try {
            @Nullable Node root = new Yaml(new SafeConstructor(options)).compose(yaml);
            if (root == null) {
                faults.add(file + ":1: is empty");
            } else {
                Map<String, Node> all = fields(root, "", Set.of("alarms", "head_count", "chattering"), Set.of("notes"));
                Node kinds = all.get("alarms");
                if (kinds != null) {
                    alarms.putAll(kinds(kinds));
                }
                Node heads = all.get("head_count");
                if (heads != null) {
                    Map<String, Node> head = fields(heads, "head_count.", Set.of("right", "lag"), Set.of("notes"));
                    right = share("head_count.right", head.get("right"));
                    lag = millis("head_count.lag", head.get("lag"));
                }
                chattering = (int) quantity("chattering", all.get("chattering"), Map.of("alarms", 1.0), "0 alarms");
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(file + ":" + line + ": no YAML: " + e.getProblem());
        } catch (YAMLException e) {
            faults.add(file + ": no YAML: " + e.getMessage());
        }
        if (!faults.isEmpty()) {
            throw new PromiseFaults(faults);
        }
        return new Promise(alarms, right, lag, chattering);
    }

    private Map<AlarmKind, Promise.OfKind> kinds(Node node) {
        Map<AlarmKind, Promise.OfKind> promises = new LinkedHashMap<>();
        Map<String, AlarmKind> known = Promise.kinds();
        fields(node, "alarms.", Set.of(), known.keySet()).forEach((name, its) -> {
            AlarmKind kind = known.get(name);
            if (kind == null) {
                return;
            }
            String at = "alarms." + name + ".";
            Map<String, Node> fields =
                    fields(its, at, Set.of("since", "recall", "precision", "delay_p99", "late"), Set.of("notes"));
            String since = text(fields.get("since"));
            if (fields.containsKey("since") && !Set.of("now", "planned").contains(since)) {
                fault(fields.get("since"), at + "since", "expected now or planned, was '" + since + "'");
            }
            promises.put(
                    kind,
                    new Promise.OfKind(
                            since.equals("now"),
                            share(at + "recall", fields.get("recall")),
                            share(at + "precision", fields.get("precision")),
                            millis(at + "delay_p99", fields.get("delay_p99")),
                            share(at + "late", fields.get("late")),
                            text(fields.get("notes"))));
        });
        return promises;
    }

    /** Fields of a mapping by name; what is missing or not known is a fault. */
    private Map<String, Node> fields(Node node, String at, Set<String> required, Set<String> optional) {
        Map<String, Node> fields = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            fault(node, at.isEmpty() ? "promise" : at.substring(0, at.length() - 1), "expected names with values");
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text(tuple.getKeyNode());
            if (!required.contains(name) && !optional.contains(name)) {
                Set<String> all = new TreeSet<>(required);
                all.addAll(optional);
                fault(tuple.getKeyNode(), at + name, "no such name; there are " + String.join(", ", all));
            } else if (fields.put(name, tuple.getValueNode()) != null) {
                fault(tuple.getKeyNode(), at + name, "stands twice");
            }
        }
        for (String name : new TreeSet<>(required)) {
            if (!fields.containsKey(name)) {
                fault(node, at + name, "missing");
            }
        }
        return fields;
    }

    private double share(String name, @Nullable Node node) {
        double percent = quantity(name, node, Map.of("%", 1.0), "a share such as 99 %");
        if (node != null && percent > 100) {
            fault(node, name, "must be at most 100 %, was " + text(node));
        }
        return percent / 100;
    }

    private long millis(String name, @Nullable Node node) {
        return Math.round(quantity(name, node, TIMES, "a time such as 5 s"));
    }

    /** 0 where it is missing, which was told before. */
    private double quantity(String name, @Nullable Node node, Map<String, Double> units, String expected) {
        if (node == null) {
            return 0;
        }
        Matcher matcher = QUANTITY.matcher(text(node));
        if (matcher.matches()) {
            Double factor = units.get(matcher.group(2));
            if (factor != null) {
                return Double.parseDouble(matcher.group(1)) * factor;
            }
        }
        fault(node, name, "expected " + expected + ", was '" + text(node) + "'");
        return 0;
    }

    private static String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private void fault(@Nullable Node node, String name, String what) {
        int line = node == null ? 1 : node.getStartMark().getLine() + 1;
        faults.add(file + ":" + line + ": " + name + ": " + what);
    }
}
