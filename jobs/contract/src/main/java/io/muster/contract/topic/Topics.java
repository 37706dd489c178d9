package io.muster.contract.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which topics there are. */
public final class Topics {
    /** A record for each opening of a writer of the job: its offset is the writer's epoch. */
    public static final String WRITER_EPOCHS = "muster.writer-epochs";

    /** The vendor's place in the topic of what was rejected though no vendor wrote it: plans and people. */
    public static final String NO_VENDOR = "muster";

    /** All topics of a site, in the order of {@link TopicKind}. */
    public static List<TopicName> ofSite(String site, Collection<String> vendors) {
        List<TopicName> names = new ArrayList<>();
        for (TopicKind kind : TopicKind.values()) {
            if (kind.perVendor()) {
                vendors.forEach(vendor -> names.add(new TopicName(site, kind, vendor)));
            } else {
                names.add(new TopicName(site, kind, null));
            }
        }
        names.add(new TopicName(site, TopicKind.REJECTED_UPDATES, NO_VENDOR));
        return names;
    }

    /** Kept for ever: an epoch must never come again. */
    public static Map<String, String> writerEpochSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", "delete");
        settings.put("retention.ms", "-1");
        settings.put("message.timestamp.type", "LogAppendTime");
        return settings;
    }

    private Topics() {}
}
