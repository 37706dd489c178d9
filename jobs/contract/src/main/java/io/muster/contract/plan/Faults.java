package io.muster.contract.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a plan, one line each. */
final class Faults {
    /** More than this helps nobody, and a hostile document must not fill the log. */
    private static final int MOST = 500;

    private static final int LONGEST_VALUE = 80;

    private final String fileName;
    private final List<String> lines = new ArrayList<>();
    private String feature = "";
    private int more;

    Faults(String fileName) {
        this.fileName = fileName;
    }

    /** All faults from here on are of this feature; number 0 = of the document. */
    void in(int number, @Nullable String id) {
        feature = number == 0 ? "" : "feature " + number + (id == null ? "" : " '" + oneLine(id) + "'") + " ";
    }

    void add(String field, String expected, @Nullable Object was) {
        String value = was == null
                ? "nothing"
                : was instanceof JsonNode
                                || was instanceof Number
                                || String.valueOf(was).startsWith("this ")
                        ? oneLine(was.toString())
                        : "'" + oneLine(was.toString()) + "'";
        line(field + ": expected " + expected + ", was " + value);
    }

    /** A fault that is more easily said in other words. */
    void line(String text) {
        if (lines.size() < MOST) {
            lines.add(fileName + ": " + feature + text);
        } else {
            more++;
        }
    }

    void throwIfAny() throws PlanFaults {
        if (!lines.isEmpty()) {
            if (more > 0) {
                lines.add(fileName + ": and " + more + " more");
            }
            throw new PlanFaults(lines);
        }
    }

    private static String oneLine(String text) {
        String cut = text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}", " ");
    }
}
