package io.muster.simulator.scenario;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * A YAML file as a tree of texts with lines. Nothing is interpreted: {@code 07:30} and {@code 01} stay as they are written. Aliases, tags, a second document, a
 * key that stands twice and deep nesting are refused, so a small file cannot become a large tree.
 */
final class YamlTree {
    static final int MOST_BYTES = 1 << 20;
    private static final int DEEPEST = 12;

    /** A part of the file. */
    sealed interface Node permits Scalar, Items, Fields {
        /** From 1. */
        int line();
    }

    record Scalar(String text, int line) implements Node {}

    record Items(List<Node> items, int line) implements Node {}

    /** @param fields in the order of the file */
    record Fields(Map<String, Node> fields, int line) implements Node {}

    /** Leaves the file at the first thing that cannot be read any further. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;

        Unreadable(int line, String sentence) {
            super(sentence);
            this.line = line;
        }
    }

    private final Iterator<Event> events;
    private final Findings findings;

    private YamlTree(Iterator<Event> events, Findings findings) {
        this.events = events;
        this.findings = findings;
    }

    /** The fields of the file; null where it has none, with the reason among the findings. */
    static @Nullable Fields read(byte[] yaml, Findings findings) {
        if (yaml.length > MOST_BYTES) {
            findings.fault(1, "", "the file has " + yaml.length + " bytes, at most " + MOST_BYTES + " are read");
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(yaml))
                    .toString();
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(MOST_BYTES);
            Yaml parser = new Yaml(new SafeConstructor(options));
            return new YamlTree(parser.parse(new StringReader(text)).iterator(), findings).document();
        } catch (CharacterCodingException e) {
            findings.fault(1, "", "the file is not UTF-8");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            // It may name the character that it found, which may be the end of a line.
            findings.fault(line, "", "no YAML: " + e.getProblem().replaceAll("\\p{Cntrl}", " "));
        } catch (YAMLException | IllegalArgumentException e) {
            // The parser's number format where an escape is no character.
            String message = e.getMessage() == null ? "" : e.getMessage();
            findings.fault(1, "", "no YAML: " + message.lines().findFirst().orElse(""));
        } catch (Unreadable e) {
            findings.fault(e.line, "", e.getMessage() == null ? "" : e.getMessage());
        }
        return null;
    }

    private @Nullable Fields document() throws Unreadable {
        next();
        Event start = next();
        if (start.is(Event.ID.StreamEnd)) {
            throw new Unreadable(1, "the file is empty");
        }
        Node root = node(next(), 0);
        next();
        Event end = next();
        if (!end.is(Event.ID.StreamEnd)) {
            throw new Unreadable(line(end), "a second document; a file has one scenario");
        }
        if (root instanceof Fields fields) {
            return fields;
        }
        throw new Unreadable(root.line(), "expected keys with values, such as 'people: 500'");
    }

    private Node node(Event event, int depth) throws Unreadable {
        int line = line(event);
        if (depth > DEEPEST) {
            throw new Unreadable(line, "nested more than " + DEEPEST + " deep");
        }
        if (event instanceof AliasEvent alias) {
            throw new Unreadable(line, "alias *" + alias.getAnchor() + "; aliases are not read, write it out");
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            throw new Unreadable(line, "anchor &" + node.getAnchor() + "; anchors are not read, write it out");
        }
        if (event instanceof ScalarEvent scalar) {
            untagged(scalar.getTag(), line);
            return new Scalar(scalar.getValue(), line);
        }
        if (event instanceof CollectionStartEvent start) {
            untagged(start.getTag(), line);
        }
        return event instanceof MappingStartEvent ? fields(line, depth) : items(line, depth);
    }

    private Node fields(int line, int depth) throws Unreadable {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (Event key = next(); !key.is(Event.ID.MappingEnd); key = next()) {
            Node name = node(key, depth + 1);
            Node value = node(next(), depth + 1);
            if (!(name instanceof Scalar scalar)) {
                throw new Unreadable(name.line(), "expected a key, found a list or keys");
            }
            if (fields.putIfAbsent(scalar.text(), value) != null) {
                findings.fault(name.line(), shown(scalar.text()), "this key stands here twice");
            }
        }
        return new Fields(fields, line);
    }

    private Node items(int line, int depth) throws Unreadable {
        List<Node> items = new ArrayList<>();
        for (Event item = next(); !item.is(Event.ID.SequenceEnd); item = next()) {
            items.add(node(item, depth + 1));
        }
        return new Items(items, line);
    }

    private Event next() {
        return events.next();
    }

    /** A text of a file as a fault quotes it: on one line, not longer than a line. */
    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }

    private static void untagged(@Nullable String tag, int line) throws Unreadable {
        if (tag != null && !tag.equals("!")) {
            throw new Unreadable(line, "tag " + shown(tag) + "; tags are not read");
        }
    }

    private static int line(Event event) {
        return event.getStartMark() == null ? 1 : event.getStartMark().getLine() + 1;
    }
}
