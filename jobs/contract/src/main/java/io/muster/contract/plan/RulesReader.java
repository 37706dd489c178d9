package io.muster.contract.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** {@code muster.rules} of a plan: settings by name, nested or with dots, as a configuration file has them. What they mean is the job's. */
final class RulesReader {
    /** More settings than there are. */
    private static final int MOST = 500;

    private static final int LONGEST = 200;

    /** Dotted name to text, sorted. */
    static Map<String, String> read(Fields ours) {
        Map<String, String> rules = new TreeMap<>();
        JsonNode node = ours.value("rules");
        if (node == null) {
            return rules;
        }
        if (node instanceof ObjectNode object) {
            flatten("", object, rules, ours);
        } else {
            ours.fault("rules", "settings by name", node);
        }
        return rules;
    }

    private static void flatten(String prefix, ObjectNode node, Map<String, String> rules, Fields ours) {
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String name = prefix.isEmpty() ? each.getKey() : prefix + "." + each.getKey();
            JsonNode value = each.getValue();
            if (name.length() > LONGEST || rules.size() >= MOST) {
                ours.fault(
                        "rules", "at most " + MOST + " settings with names of at most " + LONGEST + " letters", name);
                return;
            }
            if (value instanceof ObjectNode inner) {
                flatten(name, inner, rules, ours);
            } else if (value.isTextual() || value.isNumber() || value.isBoolean()) {
                if (rules.put(name, value.asText().strip()) != null) {
                    ours.fault("rules." + name, "each setting once", value);
                }
            } else {
                ours.fault("rules." + name, "a text or a number", value);
            }
        }
    }

    private RulesReader() {}
}
