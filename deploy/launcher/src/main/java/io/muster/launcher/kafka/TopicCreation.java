package io.muster.launcher.kafka;

import io.muster.contract.topic.TopicName;
import io.muster.contract.topic.Topics;
import io.muster.launcher.process.BadInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** Creates the topics of a site that are missing; twice is as good as once. */
public final class TopicCreation {
    private TopicCreation() {}

    /** What became of a topic. */
    public enum State {
        CREATED,
        EXISTS,
        DIFFERS;

        public String words() {
            return switch (this) {
                case CREATED -> "created";
                case EXISTS -> "was there";
                case DIFFERS -> "was there, differs";
            };
        }
    }

    /**
     * @param settings as they should be
     * @param differences what is otherwise on this Kafka, one line each
     */
    public record Outcome(
            String topic, int partitions, State state, Map<String, String> settings, List<String> differences) {
        public Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("topic", topic);
            map.put("partitions", partitions);
            map.put("state", state.name().toLowerCase(java.util.Locale.ROOT));
            map.put("settings", settings);
            map.put("differences", differences);
            return map;
        }
    }

    private record Wanted(String topic, int partitions, Map<String, String> settings) {}

    /** The topics of {@code site} with those of {@code vendors}, and the one of the alarm writers, in the order of the catalogue. */
    public static List<Outcome> create(Connection connection, Admin admin, String site, List<String> vendors) {
        List<Wanted> wanted = wanted(site, vendors);
        Set<String> existing = connection.await(admin.listTopics().names(), "list of topics");
        List<Wanted> missing = wanted.stream()
                .filter(topic -> !existing.contains(topic.topic()))
                .toList();
        Set<String> created = createAll(connection, admin, missing);
        awaitVisible(connection, admin, wanted.stream().map(Wanted::topic).toList());
        List<Wanted> kept = wanted.stream()
                .filter(topic -> !created.contains(topic.topic()))
                .toList();
        Map<String, List<String>> differences = new TreeMap<>();
        Map<String, Integer> partitions = new TreeMap<>();
        compare(connection, admin, kept, differences, partitions);
        List<Outcome> outcomes = new ArrayList<>();
        for (Wanted topic : wanted) {
            List<String> found = differences.getOrDefault(topic.topic(), List.of());
            State state =
                    created.contains(topic.topic()) ? State.CREATED : found.isEmpty() ? State.EXISTS : State.DIFFERS;
            outcomes.add(new Outcome(
                    topic.topic(),
                    partitions.getOrDefault(topic.topic(), topic.partitions()),
                    state,
                    topic.settings(),
                    found));
        }
        return outcomes;
    }

    private static List<Wanted> wanted(String site, List<String> vendors) {
        List<Wanted> wanted = new ArrayList<>();
        for (TopicName topic : Topics.ofSite(site, vendors.stream().distinct().toList())) {
            boolean live = !site.startsWith("replay-");
            wanted.add(new Wanted(
                    topic.full(),
                    topic.kind().defaultPartitions(),
                    new TreeMap<>(topic.kind().settings(live))));
        }
        wanted.add(new Wanted(Topics.WRITER_EPOCHS, 1, new TreeMap<>(Topics.writerEpochSettings())));
        return wanted;
    }

    /** @return the topics that this call created; one that somebody else created meanwhile is not among them */
    private static Set<String> createAll(Connection connection, Admin admin, List<Wanted> missing) {
        List<NewTopic> orders = new ArrayList<>();
        for (Wanted topic : missing) {
            // The broker's own default decides how many replicas there are.
            orders.add(new NewTopic(topic.topic(), Optional.of(topic.partitions()), Optional.empty())
                    .configs(topic.settings()));
        }
        Set<String> created = new HashSet<>();
        for (Map.Entry<String, KafkaFuture<Void>> order :
                admin.createTopics(orders).values().entrySet()) {
            try {
                order.getValue().get(30, TimeUnit.SECONDS);
                created.add(order.getKey());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new BadInput(
                            "topic " + order.getKey() + ": Kafka at " + connection.bootstrap() + " says: "
                                    + Connection.rootMessage(e),
                            e);
                }
            } catch (TimeoutException e) {
                throw new BadInput(
                        "topic " + order.getKey() + ": Kafka at " + connection.bootstrap() + " did not answer in time",
                        e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BadInput("interrupted while creating " + order.getKey(), e);
            }
        }
        return created;
    }

    /** A topic is created before every broker knows of it; whoever writes or reads next shall find it. */
    private static void awaitVisible(Connection connection, Admin admin, List<String> topics) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!areVisible(admin, topics)) {
            if (System.nanoTime() - deadline > 0) {
                throw new BadInput("Kafka at " + connection.bootstrap()
                        + " has created topics and does not serve them after 30 s");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BadInput("interrupted while waiting for topics", e);
            }
        }
    }

    private static boolean areVisible(Admin admin, List<String> topics) {
        for (KafkaFuture<TopicDescription> description :
                admin.describeTopics(topics).topicNameValues().values()) {
            try {
                boolean served = description.get(30, TimeUnit.SECONDS).partitions().stream()
                        .allMatch(partition -> partition.leader() != null);
                if (!served) {
                    return false;
                }
            } catch (ExecutionException | TimeoutException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static void compare(
            Connection connection,
            Admin admin,
            List<Wanted> kept,
            Map<String, List<String>> differences,
            Map<String, Integer> partitions) {
        List<String> names = kept.stream().map(Wanted::topic).toList();
        Map<String, TopicDescription> descriptions =
                connection.await(admin.describeTopics(names).allTopicNames(), "description of topics");
        Map<ConfigResource, Config> configs = connection.await(
                admin.describeConfigs(
                                names.stream().map(TopicCreation::resource).toList())
                        .all(),
                "settings of topics");
        for (Wanted topic : kept) {
            int count =
                    known(descriptions.get(topic.topic()), topic).partitions().size();
            partitions.put(topic.topic(), count);
            List<String> found = new ArrayList<>();
            if (count != topic.partitions()) {
                found.add("has " + count + " partitions, " + topic.partitions() + " is usual");
            }
            Config config = known(configs.get(resource(topic.topic())), topic);
            for (Map.Entry<String, String> setting : topic.settings().entrySet()) {
                ConfigEntry entry = config.get(setting.getKey());
                String actual = entry == null ? "(unknown to this Kafka)" : String.valueOf(entry.value());
                if (!sameValue(actual, setting.getValue())) {
                    found.add(setting.getKey() + " is " + actual + ", should be " + setting.getValue());
                }
            }
            if (!found.isEmpty()) {
                differences.put(topic.topic(), found);
            }
        }
    }

    /** Kafka describes what it was asked for, or fails. */
    private static <T> T known(@Nullable T description, Wanted topic) {
        return Objects.requireNonNull(description, () -> "Kafka does not describe " + topic.topic());
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    /** Lists such as {@code compact,delete} have no order. */
    private static boolean sameValue(String actual, String wanted) {
        return Set.of(actual.split(",")).equals(Set.of(wanted.split(",")));
    }
}
