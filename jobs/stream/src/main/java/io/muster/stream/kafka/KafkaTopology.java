package io.muster.stream.kafka;

import io.muster.stream.Topology;
import io.muster.stream.compliance.WallClock;
import io.muster.stream.config.JobConfig;
import io.muster.stream.handover.EarlierAlarms;
import io.muster.stream.handover.HandoverStage;
import io.muster.stream.output.OutputRecord;
import io.muster.stream.output.Outputs;
import io.muster.stream.time.SequenceFunction;
import io.muster.stream.time.TickPort;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The topology between Kafka and Kafka. */
public final class KafkaTopology {
    /** New topics are looked for this often, by the source and by the ticks: a new vendor is in service after twice this at most. */
    private static final Duration DISCOVERY = Duration.ofSeconds(20);

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration REACH_BACK = Duration.ofHours(24);

    public static void build(
            StreamExecutionEnvironment env,
            String bootstrap,
            Map<String, String> client,
            String sitesPattern,
            boolean replay,
            JobConfig config) {
        KafkaEnds ends = new KafkaEnds(
                bootstrap,
                Map.copyOf(client),
                new SitePattern(sitesPattern),
                DISCOVERY.toMillis(),
                TICK.toMillis(),
                // A replayed site carries the times of its recording, which may be any.
                replay ? KafkaEnds.EVERYTHING : System.currentTimeMillis() - REACH_BACK.toMillis(),
                !replay);
        TickPort ticks = new KafkaTickPort(ends);
        Outputs out = Topology.build(
                KafkaInput.of(env, ends),
                new SequenceFunction(config.settleMillis(), false, ticks),
                WallClock.ofThisMachine(),
                config);
        KafkaOutput.of(out.others(), ends, "outputs");
        DataStream<OutputRecord> alarms = out.alarms();
        if (alarms != null) {
            // A replayed site has no earlier writer whose word somebody acts upon.
            EarlierAlarms earlier = replay ? List::of : new KafkaEarlierAlarms(ends);
            KafkaOutput.of(HandoverStage.inOnePlace(alarms, earlier), ends, "alarm-outputs")
                    .setParallelism(1);
        }
    }

    private KafkaTopology() {}
}
