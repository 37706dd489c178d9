package io.muster.launcher.kafka;

import io.muster.contract.plan.PlanVersion;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The versions of a site's plan that its topic holds, in the order of their arrival. */
public final class PlanLog {
    private PlanLog() {}

    public static List<PlanVersion> read(Connection connection, String site) {
        List<PlanVersion> versions = new ArrayList<>();
        TopicReader.read(connection, topic(site), record -> {
            byte[] document = record.value();
            if (document != null) {
                Instant arrival = Instant.ofEpochMilli(record.timestamp());
                versions.add(PlanVersion.read(site, Records.key(record), record.offset(), arrival, document));
            }
        });
        return versions;
    }

    public static String topic(String site) {
        return new TopicName(site, TopicKind.PLANS, null).full();
    }
}
