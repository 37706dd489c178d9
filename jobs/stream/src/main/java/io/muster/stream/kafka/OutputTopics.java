package io.muster.stream.kafka;

import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.contract.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;

/** What a job writes to. A topic that lacks would fail the job, so it is made when its site or vendor is found. */
final class OutputTopics {

    static List<NewTopic> missing(Collection<TopicName> inputs, Set<String> there) {
        Map<String, NewTopic> wanted = new LinkedHashMap<>();
        add(wanted, Topics.WRITER_EPOCHS, 1, Topics.writerEpochSettings());
        Set<String> sites = new LinkedHashSet<>();
        for (TopicName input : inputs) {
            sites.add(input.site());
            if (input.vendor() != null) {
                add(wanted, new TopicName(input.site(), TopicKind.REJECTED_UPDATES, input.vendor()));
            }
        }
        for (String site : sites) {
            add(wanted, new TopicName(site, TopicKind.REJECTED_UPDATES, Topics.NO_VENDOR));
            for (TopicKind kind : TopicKind.values()) {
                if (kind.output() && !kind.perVendor()) {
                    add(wanted, new TopicName(site, kind, null));
                }
            }
        }
        wanted.keySet().removeAll(there);
        return new ArrayList<>(wanted.values());
    }

    private static void add(Map<String, NewTopic> wanted, TopicName name) {
        boolean live = !name.site().startsWith("replay-");
        add(wanted, name.full(), name.kind().defaultPartitions(), name.kind().settings(live));
    }

    private static void add(Map<String, NewTopic> wanted, String topic, int partitions, Map<String, String> settings) {
        wanted.put(topic, new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(settings));
    }

    private OutputTopics() {}
}
