package io.muster.launcher.demo;

import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.kafka.TopicCreation;
import io.muster.launcher.kafka.TopicWriter;
import io.muster.simulator.Simulation;
import io.muster.simulator.Site;
import io.muster.simulator.radio.TimedMessage;
import io.muster.simulator.radio.Vendors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the site of a simulated plant ready for its first fix: topics, plan, people. */
public final class DemoSite {
    private DemoSite() {}

    /** All sites of a simulation, whether its options ask for an announcement or not. */
    public static void prepare(Connection connection, Simulation plants) {
        for (Site site : plants.sites()) {
            prepare(connection, site, plants.options().startMillis());
        }
    }

    private static void prepare(Connection connection, Site site, long startMillis) {
        try (var admin = connection.admin()) {
            TopicCreation.create(connection, admin, site.id(), Vendors.ALL);
        }
        Map<TopicKind, List<TopicWriter.Entry>> entries = new LinkedHashMap<>();
        for (TimedMessage message : site.announcement(startMillis)) {
            TopicKind kind = message.topic().equals(TopicKind.PLANS.wire()) ? TopicKind.PLANS : TopicKind.TRACKABLES;
            entries.computeIfAbsent(kind, key -> new ArrayList<>())
                    .add(new TopicWriter.Entry(message.key(), message.value()));
        }
        entries.forEach(
                (kind, records) -> TopicWriter.write(connection, new TopicName(site.id(), kind, null).full(), records));
    }
}
