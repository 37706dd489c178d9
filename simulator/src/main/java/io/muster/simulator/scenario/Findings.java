package io.muster.simulator.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Faults as they are found, each at the line where it stands. Knows the line of every part of the file that was visited. */
final class Findings {
    private static final int MOST = 200;

    private record Finding(int line, String text) {}

    private final String fileName;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Finding> found = new ArrayList<>();

    Findings(String fileName) {
        this.fileName = fileName;
    }

    /** A part of the file, e.g. {@code crews[3].base}, stands at this line. */
    void stands(String path, int line) {
        lines.put(path, line);
    }

    /** A fault of a part, at the line of that part or of the nearest one around it. */
    void fault(String path, String sentence) {
        fault(line(path), path, sentence);
    }

    void fault(int line, String path, String sentence) {
        found.add(new Finding(line, fileName + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + sentence));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** By line; what comes after the first 200 is only counted. */
    List<String> all() {
        List<String> texts = new ArrayList<>(found.stream()
                .sorted(Comparator.comparingInt(Finding::line))
                .limit(MOST)
                .map(Finding::text)
                .distinct()
                .toList());
        if (found.size() > MOST) {
            texts.add(fileName + ": and " + (found.size() - MOST) + " more faults");
        }
        return texts;
    }

    void refuse() throws ScenarioFaults {
        if (!found.isEmpty()) {
            throw new ScenarioFaults(all());
        }
    }

    private int line(String path) {
        String part = path;
        while (!part.isEmpty()) {
            Integer line = lines.get(part);
            if (line != null) {
                return line;
            }
            int cut = Math.max(part.lastIndexOf('.'), part.lastIndexOf('['));
            part = part.substring(0, Math.max(0, cut));
        }
        return 1;
    }
}
