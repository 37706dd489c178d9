package io.muster.launcher.verify;

import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanVersion;
import io.muster.contract.plan.Role;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.Compliance;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.kafka.PlanLog;
import io.muster.launcher.kafka.TopicReader;
import io.muster.launcher.process.BadInput;
import io.muster.simulator.verify.AlarmFile;
import io.muster.simulator.verify.AlarmSpan;
import io.muster.simulator.verify.HeadCounts;
import io.muster.simulator.verify.OccupancyFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a job wrote, as a reader saw it.
 *
 * @param where for people: the file or the topic
 * @param readableAtMillis by alarm id, when Kafka had its first record; empty for files
 * @param profile of the job, as it wrote it; null = not known
 * @param productionFences by the plan, where one is known
 */
public record Seen(
        String where,
        List<Alarm> alarms,
        HeadCounts counts,
        Map<String, Long> readableAtMillis,
        @Nullable String profile,
        Set<String> productionFences) {
    /** The file of a topic in the folder that replay writes. */
    private static final String ALARMS = TopicKind.ALARMS.wire() + ".jsonl";

    private static final String OCCUPANCY = TopicKind.ZONE_OCCUPANCY.wire() + ".jsonl";

    /**
     * Alarms of a file, or of the folder that replay wrote; head counts from {@code zone-occupancy.jsonl} beside them, where there is one.
     *
     * @throws BadInput naming file and line
     */
    public static Seen ofFiles(Path given, long settleMillis) {
        Path file = alarmFile(given);
        Path occupancy = file.resolveSibling(OCCUPANCY);
        try {
            HeadCounts counts =
                    Files.isRegularFile(occupancy) ? OccupancyFile.read(occupancy, settleMillis) : new HeadCounts();
            return new Seen(file.toString(), AlarmFile.read(file), counts, Map.of(), profile(file), Set.of());
        } catch (IOException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }

    /** As the first figures of compliance tell it. */
    private static @Nullable String profile(Path alarms) throws IOException {
        Path file = alarms.resolveSibling(TopicKind.COMPLIANCE.wire() + ".jsonl");
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String first = reader.readLine();
            return first == null
                    ? null
                    : Json.readOwn(first.getBytes(StandardCharsets.UTF_8), Compliance.class)
                            .profile();
        } catch (Unreadable e) {
            throw new BadInput(file + ":1: no compliance: " + e.getMessage(), e);
        }
    }

    /**
     * Alarms alone, of a file or of the folder that replay wrote.
     *
     * @throws BadInput naming file and line
     */
    public static List<Alarm> alarms(Path given) {
        try {
            return AlarmFile.read(alarmFile(given));
        } catch (IOException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }

    /** {@code given}, or {@code alarms.jsonl} in it. */
    static Path alarmFile(Path given) {
        Path file = Files.isDirectory(given) ? given.resolve(ALARMS) : given;
        if (!Files.isRegularFile(file)) {
            throw new BadInput(file + ": there is no such file");
        }
        return file;
    }

    /** What the topics of a site hold. */
    public static Seen ofKafka(Connection connection, String site) {
        connection.admin().close();
        List<Alarm> alarms = new ArrayList<>();
        Map<String, Long> readableAt = new HashMap<>();
        String topic = new TopicName(site, TopicKind.ALARMS, null).full();
        TopicReader.read(connection, topic, record -> {
            byte[] value = record.value();
            if (value == null) {
                return;
            }
            try {
                Alarm alarm = Json.readOwn(value, Alarm.class);
                alarms.add(alarm);
                if (!AlarmSpan.isForeseen(alarm)) {
                    readableAt.merge(alarm.alarmId(), record.timestamp(), Math::min);
                }
            } catch (Unreadable e) {
                throw new BadInput(place(record) + ": no alarm: " + e.getMessage(), e);
            }
        });
        HeadCounts counts = new HeadCounts();
        TopicReader.read(connection, new TopicName(site, TopicKind.ZONE_OCCUPANCY, null).full(), record -> {
            byte[] value = record.value();
            if (value == null) {
                return;
            }
            try {
                OccupancyFile.add(counts, value, asOf -> record.timestamp());
            } catch (IOException e) {
                throw new BadInput(place(record) + ": no head count: " + e.getMessage(), e);
            }
        });
        Set<String> production = new HashSet<>();
        for (PlanVersion version : PlanLog.read(connection, site)) {
            if (version.plan() != null) {
                production.addAll(productionFences(version.plan()));
            }
        }
        return new Seen(topic, List.copyOf(alarms), counts, Map.copyOf(readableAt), null, Set.copyOf(production));
    }

    /** The same with the plan's word on where the gates lead to. */
    public Seen withPlan(Plan plan) {
        return new Seen(where, alarms, counts, readableAtMillis, profile, productionFences(plan));
    }

    private static Set<String> productionFences(Plan plan) {
        Set<String> ids = new HashSet<>();
        plan.fences().stream().filter(fence -> fence.role() == Role.PRODUCTION).forEach(fence -> ids.add(fence.id()));
        return ids;
    }

    private static String place(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + " partition " + record.partition() + " offset " + record.offset();
    }
}
