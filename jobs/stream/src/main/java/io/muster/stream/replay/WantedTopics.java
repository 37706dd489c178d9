package io.muster.stream.replay;

import io.muster.contract.topic.TopicKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Output topics by their names without the site. */
public final class WantedTopics {

    public static Set<TopicKind> all() {
        Set<TopicKind> all = EnumSet.allOf(TopicKind.class);
        all.removeIf(kind -> !kind.output());
        return all;
    }

    /**
     * @param names separated by commas, such as {@code alarms,gathering-events}; at least one
     * @throws ReplayFaults with one line that names what is unknown and what there is
     */
    public static Set<TopicKind> parse(String names) throws ReplayFaults {
        Set<TopicKind> wanted = EnumSet.noneOf(TopicKind.class);
        List<String> unknown = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            TopicKind found = null;
            for (TopicKind kind : all()) {
                if (kind.wire().equals(name.trim())) {
                    found = kind;
                }
            }
            if (found == null) {
                unknown.add("'" + name.trim() + "'");
            } else {
                wanted.add(found);
            }
        }
        if (!unknown.isEmpty()) {
            throw new ReplayFaults(List.of("--topics: no output topic " + String.join(", ", unknown) + "; there are "
                    + String.join(", ", all().stream().map(TopicKind::wire).toList())));
        }
        return wanted;
    }

    private WantedTopics() {}
}
