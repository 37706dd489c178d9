package io.muster.stream.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.broker.testing.TestKafka;
import io.muster.contract.topic.TopicKind;
import io.muster.stream.KafkaJob;
import io.muster.stream.KafkaJobOptions;
import io.muster.stream.Topology;
import io.muster.stream.compliance.WallClock;
import io.muster.stream.config.JobConfig;
import io.muster.stream.input.RawRecord;
import io.muster.stream.local.LocalEnds;
import io.muster.stream.output.OutputRecord;
import io.muster.stream.time.SequenceFunction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The same log gives the same alarms after a crash. */
class CrashTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String SITE = "crash";
    private static final String PLAN = """
            {"type":"FeatureCollection","name":"live","muster":{"site":"crash","crs":"local","version":"v1"},"features":[
             {"type":"Feature","id":"tank","geometry":{"type":"Polygon","coordinates":[[[0,0],[20,0],[20,20],[0,20],[0,0]]]},
              "properties":{"name":"Tank","floor":0,"muster":{"role":"hazard","hazards":["toxic"]}}}]}
            """;

    @Test
    void aCrashInTheMiddleOfTheLogChangesNothingThatIsTold() throws Exception {
        try (TestKafka kafka = TestKafka.start();
                LiveSite site = new LiveSite(kafka.bootstrapServers(), SITE).topics("acme")) {
            liveShift(kafka, site);
            long records = site.texts(TopicKind.LOCATION_UPDATES, "acme").size();
            assertTrue(records > 40, "a log worth reading: " + records);

            Map<String, String> calm = reread(kafka, Integer.MAX_VALUE);
            int before = Crash.CRASHES.get();
            Map<String, String> crashed = reread(kafka, (int) records / 2);

            assertEquals(before + 1, Crash.CRASHES.get(), "it did crash");
            assertTrue(
                    calm.keySet().stream().anyMatch(each -> each.startsWith("alarms ")),
                    "it did alarm: " + calm.keySet());
            assertEquals(calm, crashed);
        }
    }

    /** Four people walk in, and one out again: a log with its ticks, on a real Kafka. */
    private static void liveShift(TestKafka kafka, LiveSite site) throws Exception {
        try (KafkaJob job = KafkaJob.start(new KafkaJobOptions(
                kafka.bootstrapServers(), Map.of(), SITE, JobConfig.load("aq3064", null), false, 1, null))) {
            job.awaitRunning(LONG);
            site.write(TopicKind.PLANS, null, "v1", PLAN.getBytes(StandardCharsets.UTF_8));
            AtomicInteger round = new AtomicInteger();
            await().atMost(LONG).until(() -> {
                int now = round.incrementAndGet();
                for (int person = 1; person <= 4; person++) {
                    boolean out = person == 1 && now > 20;
                    site.fix("acme", "T" + person, out ? -3 : 3, 4 * person);
                }
                return site.texts(TopicKind.ALARMS, null).stream().anyMatch(each -> each.contains("\"cleared\","));
            });
        }
    }

    /** Reads the log again with a job that writes no ticks, until the alarm is cleared; what was told, by (topic, key, seq). */
    private static Map<String, String> reread(TestKafka kafka, int crashAfter) throws Exception {
        Map<String, String> told = Collections.synchronizedMap(new TreeMap<>());
        Iterator<RawRecord> nothing = Collections.emptyIterator();
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ZERO);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(50));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, settings);
        JobConfig config = JobConfig.load("aq3064", null);
        KafkaEnds ends =
                new KafkaEnds(kafka.bootstrapServers(), Map.of(), new SitePattern(SITE), 60_000, 250, 0, false);
        try (LocalEnds local = LocalEnds.open(nothing, record -> tell(told, record))) {
            DataStream<RawRecord> raw = KafkaInput.of(env, ends)
                    .map(new Crash(crashAfter))
                    .returns(RawRecord.class)
                    .uid("crash")
                    .setParallelism(1);
            Topology.build(
                            raw,
                            new SequenceFunction(config.settleMillis(), false, new KafkaTickPort(ends)),
                            WallClock.none(),
                            config)
                    .sinkTo(local.sink())
                    .uid("drain")
                    .setParallelism(1);
            JobClient job = env.executeAsync("reread");
            try {
                await().atMost(LONG).until(() -> List.copyOf(told.values()).stream()
                        .anyMatch(each -> each.contains("\"cleared\",")));
            } finally {
                job.cancel().get();
            }
        }
        // What is told after the alarm was cleared depends on when the reading was stopped.
        long cleared = told.entrySet().stream()
                .filter(each -> each.getValue().contains("\"cleared\","))
                .mapToLong(each -> time(each.getValue()))
                .min()
                .orElseThrow();
        told.entrySet().removeIf(each -> time(each.getValue()) > cleared);
        return told;
    }

    private static void tell(Map<String, String> told, OutputRecord record) {
        if (!record.topic().equals(TopicKind.COMPLIANCE.wire())) {
            String value = record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
            String key = record.topic() + " " + record.key() + " " + record.seq() + " "
                    + (record.topic().equals("alarm-states") ? record.timeMillis() : "");
            String before = told.put(key, record.timeMillis() + " " + value);
            assertTrue(
                    before == null || before.equals(record.timeMillis() + " " + value),
                    "told otherwise before: " + key);
        }
    }

    private static long time(String told) {
        return Long.parseLong(told.substring(0, told.indexOf(' ')));
    }

    /** Fails once, at a record, after a checkpoint was taken. */
    private static final class Crash extends RichMapFunction<RawRecord, RawRecord> implements CheckpointListener {
        private static final long serialVersionUID = 1;
        static final AtomicInteger CRASHES = new AtomicInteger();

        private final int after;
        private final int crashesBefore = CRASHES.get();
        private transient int seen;
        private transient volatile boolean checkpointed;

        Crash(int after) {
            this.after = after;
        }

        @Override
        public RawRecord map(RawRecord record) throws Exception {
            seen++;
            // Ticks go on, so there is a record after the checkpoint, wherever in the log that is.
            if (checkpointed && seen > after && CRASHES.get() == crashesBefore) {
                CRASHES.incrementAndGet();
                throw new IllegalStateException("crash at record " + seen);
            }
            return record;
        }

        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            checkpointed = true;
        }
    }
}
