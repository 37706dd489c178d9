package io.muster.stream.kafka;

import io.muster.contract.topic.TopicName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;

/** The input partitions of the sites served, and the output topics that must be there before a record of theirs can be written. */
final class InputPartitions {
    private static final long ANSWER_SECONDS = 20;

    private final Admin admin;
    private final SitePattern sites;

    InputPartitions(Admin admin, SitePattern sites) {
        this.admin = admin;
        this.sites = sites;
    }

    /**
     * Finds them; creates what output topics a site lacks before it tells of its inputs.
     *
     * @return full topic name, {@code #}, partition number
     * @throws IllegalStateException where Kafka does not answer
     */
    Set<String> find() {
        try {
            Set<String> all = admin.listTopics().names().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            List<TopicName> inputs = new ArrayList<>();
            for (String topic : all) {
                TopicName name = sites.read(topic);
                if (name != null) {
                    inputs.add(name);
                }
            }
            create(OutputTopics.missing(inputs, all));
            Map<String, TopicDescription> described = admin.describeTopics(
                            inputs.stream().map(TopicName::full).toList())
                    .allTopicNames()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS);
            Set<String> partitions = new HashSet<>();
            described.forEach((topic, description) ->
                    description.partitions().forEach(each -> partitions.add(topic + "#" + each.partition())));
            return partitions;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not tell its topics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void create(List<NewTopic> missing) throws ExecutionException, InterruptedException, TimeoutException {
        for (var each : admin.createTopics(missing).values().values()) {
            try {
                each.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }
}
