package io.muster.console.history;

import io.muster.contract.codec.Times;
import io.muster.contract.topic.Headers;
import io.muster.contract.topic.Ticks;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A site on a real Kafka, told of as the job tells it. Values are written by hand, so that the tests hold what is on the wire. */
public final class Plant implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final String site;
    private final String kafka;
    private final KafkaProducer<String, byte[]> producer;
    private long epoch = 1;

    private Plant(String kafka, String site) {
        this.kafka = kafka;
        this.site = site;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
    }

    /** With all its topics but those of vendors. */
    public static Plant open(String kafka, String site) throws Exception {
        Plant plant = new Plant(kafka, site);
        List<NewTopic> topics = new ArrayList<>();
        for (TopicKind kind : TopicKind.values()) {
            if (!kind.perVendor()) {
                topics.add(new NewTopic(new TopicName(site, kind, null).full(), 1, (short) 1));
            }
        }
        for (TopicKind kind : new TopicKind[] {TopicKind.PROVIDER_STATUS, TopicKind.REJECTED_UPDATES}) {
            topics.add(new NewTopic(new TopicName(site, kind, "acme").full(), 1, (short) 1));
        }
        topics.add(
                new NewTopic(new TopicName(site, TopicKind.REJECTED_UPDATES, Topics.NO_VENDOR).full(), 1, (short) 1));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(topics).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        return plant;
    }

    public String site() {
        return site;
    }

    /** From now on another writer tells. */
    public Plant epoch(long epoch) {
        this.epoch = epoch;
        return this;
    }

    /** @param value with single quotes for double ones; null = a tombstone */
    public Plant tell(TopicKind kind, String key, @Nullable String value) throws Exception {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                new TopicName(site, kind, kind.perVendor() ? "acme" : null).full(),
                key,
                value == null ? null : value.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        if (kind.output()) {
            record.headers().add(Headers.WRITER_EPOCH, Long.toString(epoch).getBytes(StandardCharsets.UTF_8));
        }
        producer.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    /** What the job makes of an update of the vendor acme that it cannot use. */
    public Plant rejected(String reason, String detail, byte[] original) throws Exception {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(new TopicName(site, TopicKind.REJECTED_UPDATES, "acme").full(), "t-1", original);
        record.headers().add(Headers.REASON, reason.getBytes(StandardCharsets.UTF_8));
        record.headers().add(Headers.DETAIL, detail.getBytes(StandardCharsets.UTF_8));
        producer.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    public Plant notification(String id, long seq, String person, String alarm, Instant created) throws Exception {
        return tell(
                TopicKind.NOTIFICATIONS,
                person,
                "{'notification_id':'" + id + "','site':'" + site + "','seq':" + seq + ",'trackable_id':'" + person
                        + "','alarm_id':'" + alarm
                        + "','kind':'gathering','level':'orange','ended':false,'text':{'zh':'请散开','en':'Disperse'},"
                        + "'channels':['tag'],'created_at':'" + Times.write(created) + "','due':'"
                        + Times.write(created.plusSeconds(5)) + "'}");
    }

    /** A compute cycle of 5 s. */
    public Plant window(String fence, long seq, Instant start, int most) throws Exception {
        return tell(
                TopicKind.OCCUPANCY_WINDOWS,
                fence,
                "{'fence_id':'" + fence + "','site':'" + site + "','seq':" + seq + ",'window_start':'"
                        + Times.write(start) + "','window_end':'" + Times.write(start.plusSeconds(5))
                        + "','samples':" + most * 3 + ",'count_min':0,'count_mean':" + most / 2.0 + ",'count_max':"
                        + most + ",'person_seconds':" + most * 2.5 + ",'limit':3,'verdict':'"
                        + (most > 3 ? "over" : "within") + "','plan_version':'v1'}");
    }

    /** What the job writes into every input. */
    public Plant tick(TopicKind kind) throws Exception {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(new TopicName(site, kind, null).full(), Ticks.KEY, new byte[0]);
        record.headers().add(Headers.TICK, Ticks.TICK.getBytes(StandardCharsets.UTF_8));
        producer.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    /** A change on both topics, as the sink does it. */
    public Plant alarm(String id, long seq, String state, Instant raised, String more) throws Exception {
        String value = alarmValue(id, seq, state, raised, more);
        return tell(TopicKind.ALARMS, id, value).tell(TopicKind.ALARM_STATES, id, value);
    }

    public String alarmValue(String id, long seq, String state, Instant raised, String more) {
        return "{'alarm_id':'" + id + "','site':'" + site + "','seq':" + seq
                + ",'kind':'over_capacity','name':{'zh':'超员','en':'Over capacity'},'state':'" + state
                + "','level':'orange','priority':'high','subject':{'type':'fence','id':'f1'},'fence_ids':['f1'],"
                + "'trackable_ids':['p1','p2'],'counts':{'confirmed':4,'possible':0,'stale':0},'onset_at':'"
                + Times.write(raised) + "','raised_at':'" + Times.write(raised) + "','reported_at':'"
                + Times.write(raised.plusSeconds(seq)) + "'" + more + "}";
    }

    public Plant motion(String person, long seq, Instant at, double x, double y) throws Exception {
        return tell(
                TopicKind.TRACKABLE_MOTIONS,
                person,
                "{'id':'" + person + "','location':{'position':{'type':'Point','coordinates':[" + x + "," + y
                        + "]},'source':'" + site + "','provider_type':'uwb','provider_id':'t-" + person
                        + "','timestamp_generated':'" + Times.write(at)
                        + "','crs':'local','accuracy':0.5,'floor':0},'properties':{'muster':{'site':'" + site
                        + "','seq':" + seq
                        + ",'department':'ops','person_type':'01','plan_version':'v1','fence_ids':['f1']}}}");
    }

    public Plant gathering(String id, long seq, String type, Instant start, Instant at, String... members)
            throws Exception {
        List<String> each = new ArrayList<>();
        for (int i = 0; i < members.length; i++) {
            each.add("{'id':'" + members[i] + "','object_type':'trackable','position':{'type':'Point','coordinates':["
                    + (10 + i) + ",20]},'floor':0}");
        }
        return tell(
                TopicKind.GATHERING_EVENTS,
                id,
                "{'id':'" + id + "','gathering_type':'" + type + "','site':'" + site + "','seq':" + seq
                        + ",'start_time':'" + Times.write(start) + "','"
                        + (type.equals("gathering_end") ? "end_time" : "gathering_time") + "':'" + Times.write(at)
                        + "','center':{'type':'Point','coordinates':[10,20]},'crs':'local','floor':0,'radius':3.5,'count':"
                        + members.length + ",'peak_count':" + members.length + ",'level':'yellow','members':["
                        + String.join(",", each)
                        + "],'fence_ids':['f1'],'permit_ids':[],'max_radius':15,'min_duration_ms':60000,'min_count':3}");
    }

    public Plant occupancy(String fence, long seq, Instant at, int confirmed) throws Exception {
        List<String> members = new ArrayList<>();
        for (int i = 1; i <= confirmed; i++) {
            members.add("{'trackable_id':'p" + i + "','state':'confirmed','since':'2026-11-28T11:00:00.000Z'}");
        }
        return tell(
                TopicKind.ZONE_OCCUPANCY,
                fence,
                "{'fence_id':'" + fence + "','site':'" + site + "','seq':" + seq + ",'as_of':'" + Times.write(at)
                        + "','name':'Reactor','count_confirmed':" + confirmed
                        + ",'count_possible':0,'count_stale':0,'by_department':{'ops':" + confirmed
                        + "},'by_person_type':{'01':" + confirmed + "},'limit':3,'limit_source':'PF-4b','over_by':"
                        + Math.max(0, confirmed - 3) + ",'members':[" + String.join(",", members) + "]}");
    }

    /** Where each remembered topic ends now. */
    public Map<TopicPartition, Long> ends() throws Exception {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (TopicKind kind : RowMaker.KINDS) {
            asked.put(
                    new TopicPartition(new TopicName(site, kind, kind.perVendor() ? "acme" : null).full(), 0),
                    OffsetSpec.latest());
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.listOffsets(asked)
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
        }
        return ends;
    }

    /** Where the topic of this kind ends now: whether anything was written. */
    public long end(TopicKind kind) throws Exception {
        TopicPartition partition = new TopicPartition(new TopicName(site, kind, null).full(), 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .offset();
        }
    }

    /** The last record of a topic: key and value; null value = a tombstone. */
    public ConsumerRecord<String, @Nullable String> last(TopicKind kind) throws Exception {
        TopicPartition partition = new TopicPartition(new TopicName(site, kind, null).full(), 0);
        long end = end(kind);
        try (KafkaConsumer<String, @Nullable String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, end - 1);
            while (true) {
                for (ConsumerRecord<String, @Nullable String> each : consumer.poll(Duration.ofMillis(200))) {
                    if (each.offset() == end - 1) {
                        return each;
                    }
                }
            }
        }
    }

    /** What the job says of a record that it does not take. */
    public Plant reject(TopicKind kind, long offset, String key, String original, String why) throws Exception {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                new TopicName(site, TopicKind.REJECTED_UPDATES, Topics.NO_VENDOR).full(),
                key,
                original.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        Headers.REASON,
                        "refused",
                        Headers.DETAIL,
                        why,
                        Headers.TOPIC,
                        new TopicName(site, kind, null).full(),
                        Headers.OFFSET,
                        Long.toString(offset))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    @Override
    public void close() {
        producer.close();
    }
}
