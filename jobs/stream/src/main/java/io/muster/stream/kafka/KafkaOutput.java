package io.muster.stream.kafka;

import io.muster.contract.topic.Headers;
import io.muster.contract.topic.TopicKind;
import io.muster.stream.output.OutputRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Output topics of all sites. At least once: what a consumer makes of it by (key, writer epoch, seq) is exact, and 14 ms old at the median
 * where exactly-once delivery would make it seconds old.
 */
final class KafkaOutput {

    /** Of the contract: the first number of its version. It grows when a field changes its meaning or goes. */
    private static final byte[] SCHEMA = "1".getBytes(StandardCharsets.UTF_8);

    static DataStreamSink<OutputRecord> of(DataStream<OutputRecord> records, KafkaEnds ends, String uid) {
        Properties properties = new Properties();
        properties.putAll(ends.client());
        properties.setProperty("acks", "all");
        properties.setProperty("enable.idempotence", "true");
        // What is told within 5 ms goes out together: a request for each record costs more than everything that led to
        // it.
        properties.setProperty("linger.ms", "5");
        properties.setProperty("compression.type", "lz4");
        properties.setProperty("max.request.size", Integer.toString(TopicKind.MOST_OUTPUT_BYTES));
        KafkaSink<OutputRecord> sink = KafkaSink.<OutputRecord>builder()
                .setBootstrapServers(ends.bootstrap())
                .setKafkaProducerConfig(properties)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new Serializer(new KafkaWriterEpoch(ends)))
                .build();
        return records.sinkTo(sink).uid(uid).name(uid);
    }

    private static final class Serializer implements KafkaRecordSerializationSchema<OutputRecord> {
        private static final long serialVersionUID = 1;

        private final KafkaWriterEpoch epoch;
        private transient String opened = "";

        Serializer(KafkaWriterEpoch epoch) {
            this.epoch = epoch;
        }

        @Override
        public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sink) {
            opened = Long.toString(epoch.open());
        }

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                OutputRecord record, KafkaSinkContext context, @Nullable Long timestamp) {
            RecordHeaders headers = new RecordHeaders();
            record.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
            headers.add(Headers.SCHEMA, SCHEMA);
            headers.add(Headers.WRITER_EPOCH, opened.getBytes(StandardCharsets.UTF_8));
            String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
            headers.add(Headers.DETECTED_AT, now.getBytes(StandardCharsets.UTF_8));
            byte[] key = record.key() == null ? record.rawKey() : record.key().getBytes(StandardCharsets.UTF_8);
            // No timestamp: the broker's own clock is the only one that counts.
            return new ProducerRecord<>(record.site() + "." + record.topic(), null, null, key, record.value(), headers);
        }
    }

    private KafkaOutput() {}
}
