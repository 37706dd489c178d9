package io.muster.stream.kafka;

import io.muster.contract.topic.Headers;
import io.muster.contract.topic.Ticks;
import io.muster.contract.topic.TopicName;
import io.muster.stream.input.Control;
import io.muster.stream.input.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Hands bytes on as they are. It reads no value, so no record can make the source fail. */
final class RawRecordDeserializer implements KafkaRecordDeserializationSchema<RawRecord> {
    private static final long serialVersionUID = 1;

    private final SitePattern sites;
    private transient @Nullable Map<String, Optional<TopicName>> names;

    /** @param sites a job that goes on from a past under another choice of sites goes on reading theirs, too; they come no further */
    RawRecordDeserializer(SitePattern sites) {
        this.sites = sites;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
        TopicName name = name(record.topic());
        if (name == null) {
            return;
        }
        out.collect(new RawRecord(
                name.site(),
                name.withoutSite(),
                name.kind(),
                name.vendor(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                control(record)));
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
        return TypeInformation.of(RawRecord.class);
    }

    private @Nullable TopicName name(String topic) {
        if (names == null) {
            names = new HashMap<>();
        }
        return names.computeIfAbsent(topic, each -> Optional.ofNullable(sites.read(each)))
                .orElse(null);
    }

    private static Control control(ConsumerRecord<byte[], byte[]> record) {
        if (!Ticks.isKey(record.key())) {
            return Control.RECORD;
        }
        Header header = record.headers().lastHeader(Headers.TICK);
        if (header == null) {
            return Control.RECORD;
        }
        return Ticks.OPEN.equals(new String(header.value(), StandardCharsets.UTF_8)) ? Control.OPEN : Control.TICK;
    }
}
