package io.muster.stream.kafka;

import io.muster.stream.input.RawRecord;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** All input topics of all sites, read in one place. */
final class KafkaInput {

    static DataStream<RawRecord> of(StreamExecutionEnvironment env, KafkaEnds ends) {
        Properties properties = new Properties();
        properties.putAll(ends.clientProperties());
        properties.setProperty("partition.discovery.interval.ms", Long.toString(ends.discoveryMillis()));
        // Flink's own checkpoints hold the offsets; those in Kafka are for the eye only.
        properties.setProperty("commit.offsets.on.checkpoint", "false");
        // At most 50 fetches a second while little comes in, instead of one for each record.
        properties.setProperty("fetch.min.bytes", "65536");
        properties.setProperty("fetch.max.wait.ms", "20");
        KafkaSource<RawRecord> source = KafkaSource.<RawRecord>builder()
                .setBootstrapServers(ends.bootstrap())
                .setTopicPattern(ends.sites().topics())
                .setStartingOffsets(new FirstOffsets(ends.sinceMillis()))
                .setDeserializer(new RawRecordDeserializer(ends.sites()))
                .setProperties(properties)
                .build();
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "inputs", TypeInformation.of(RawRecord.class))
                .uid("inputs")
                .setParallelism(1);
    }

    private KafkaInput() {}
}
