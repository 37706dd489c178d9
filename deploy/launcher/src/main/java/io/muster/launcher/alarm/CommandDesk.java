package io.muster.launcher.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.consumer.CommandEffect;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.topic.Headers;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.contract.topic.Topics;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmCommand;
import io.muster.launcher.alarm.Answer.Outcome;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.kafka.Records;
import io.muster.launcher.process.BadInput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Hands a command in and waits for what becomes of it: a changed alarm, or the refusal. */
public final class CommandDesk {
    private static final Duration POLL = Duration.ofMillis(100);

    /** So long a job must have been at work by the broker's clock before its silence is an answer. */
    private static final long ALIVE_MILLIS = 1_000;

    private final Connection connection;
    private final String site;
    private final StandingAlarms alarms;

    public CommandDesk(Connection connection, String site, StandingAlarms alarms) {
        this.connection = connection;
        this.site = site;
        this.alarms = alarms;
    }

    /** @throws BadInput where the command cannot be written, or the answer cannot be read */
    public Answer ask(AlarmCommand command, Duration wait) {
        Map<String, Alarm> before = new HashMap<>();
        alarms.all().forEach(each -> before.put(each.alarmId(), each));
        @Nullable Predicate<Alarm> expected = CommandEffect.of(command);
        try (Consumer<byte[], byte[]> reader = connection.consumer()) {
            fromNowOn(reader);
            long takenMillis = write(command);
            long end = System.nanoTime() + wait.toNanos();
            long aliveSince = Long.MAX_VALUE;
            do {
                boolean unrefused = false;
                for (ConsumerRecord<byte[], byte[]> each : reader.poll(POLL)) {
                    String why = refusal(each, command.commandId());
                    if (why != null) {
                        return new Answer(Outcome.REFUSED, List.of(), why);
                    }
                    if (Records.isTick(each) && each.timestamp() > takenMillis + CommandEffect.UNREFUSED_MILLIS) {
                        aliveSince = Math.min(aliveSince, each.timestamp());
                        // One tick may come of a job that was held up until now, and has the command still before it.
                        unrefused |= each.timestamp() >= aliveSince + ALIVE_MILLIS;
                    }
                }
                List<Alarm> changed = expected == null ? List.of() : changed(before, command, expected);
                if (!changed.isEmpty()) {
                    return new Answer(Outcome.DONE, changed, "");
                }
                if (expected == null && unrefused) {
                    return new Answer(Outcome.DONE, List.of(), "it stands");
                }
            } while (System.nanoTime() < end);
        } catch (KafkaException e) {
            throw new BadInput("Kafka at " + connection.bootstrap() + " says: " + e.getMessage(), e);
        }
        return new Answer(
                Outcome.UNANSWERED,
                List.of(),
                "no answer in " + wait.toSeconds() + " s; the command stands in " + topic()
                        + " and is carried out when the job of the site runs");
    }

    private List<Alarm> changed(Map<String, Alarm> before, AlarmCommand command, Predicate<Alarm> expected) {
        List<Alarm> changed = new ArrayList<>();
        for (Alarm now : alarms.all()) {
            Alarm then = before.get(now.alarmId());
            boolean meant = !command.target().type().equals("alarm")
                    || command.target().id().equals(now.alarmId());
            if (meant && then != null && now.seq() > then.seq() && expected.test(now)) {
                changed.add(now);
            }
        }
        return changed;
    }

    /** Why the command was not carried out; null where this record does not say so. */
    private static @Nullable String refusal(ConsumerRecord<byte[], byte[]> record, String commandId) {
        if (record.value() == null || !record.topic().contains("." + TopicKind.REJECTED_UPDATES.wire() + ".")) {
            return null;
        }
        try {
            JsonNode original = Json.readTree(record.value());
            return commandId.equals(original.path("command_id").asText())
                    ? String.valueOf(Records.header(record, Headers.DETAIL))
                    : null;
        } catch (Unreadable e) {
            return null; // somebody else's
        }
    }

    private void fromNowOn(Consumer<byte[], byte[]> reader) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic :
                List.of(topic(), new TopicName(site, TopicKind.REJECTED_UPDATES, Topics.NO_VENDOR).full())) {
            List<PartitionInfo> found = reader.partitionsFor(topic);
            if (found == null || found.isEmpty()) {
                throw new BadInput("there is no topic " + topic + " on " + connection.bootstrap()
                        + "; ./muster topics create makes the topics of a site");
            }
            found.forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        }
        reader.assign(partitions);
        reader.seekToEnd(partitions);
        // Seeking is lazy; the place is meant to be now.
        partitions.forEach(reader::position);
    }

    /** @return when the broker took it */
    private long write(AlarmCommand command) {
        byte[] key = command.target().id().getBytes(StandardCharsets.UTF_8);
        try (var producer = connection.producer()) {
            return producer.send(new ProducerRecord<>(topic(), key, Json.write(command)))
                    .get()
                    .timestamp();
        } catch (ExecutionException e) {
            throw new BadInput("topic " + topic() + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput("interrupted while writing to " + topic(), e);
        }
    }

    private String topic() {
        return new TopicName(site, TopicKind.ALARM_COMMANDS, null).full();
    }
}
