package io.muster.stream.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.broker.testing.TestKafka;
import io.muster.contract.topic.TopicKind;
import io.muster.stream.Topology;
import io.muster.stream.compliance.WallClock;
import io.muster.stream.config.JobConfig;
import io.muster.stream.input.RawRecord;
import io.muster.stream.local.LocalEnds;
import io.muster.stream.output.OutputRecord;
import io.muster.stream.time.SequenceFunction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private static final long WELL_PAST_MILLIS = 5_000;
    private static final String SITE = "crash";
    private static final String OVER = "\"kind\":\"over_capacity\"";
    private static final String GATHERING = "\"kind\":\"gathering\"";
    private static final String RAISED = "\"raised_unacknowledged\"";
    private static final String CLEARED = "\"state\":\"cleared\"";
    private static final String SEEN =
            "{\"command_id\":\"seen\",\"command\":\"acknowledge\",\"target\":{\"type\":\"site\",\"id\":\"crash\"},\"by\":\"li.si\"}";
    private static final String PLAN = """
            {"type":"FeatureCollection","name":"live","muster":{"site":"crash","crs":"local","version":"v1",
             "rules":{"gathering.min_duration":"2 s","gathering.pre_warning":"1 s"}},"features":[
             {"type":"Feature","id":"tank","geometry":{"type":"Polygon","coordinates":[[[0,0],[20,0],[20,20],[0,20],[0,0]]]},
              "properties":{"name":"Tank","floor":0,"muster":{"role":"hazard","hazards":["toxic"]}}}]}
            """;

    @Test
    void aCrashWhileAnAlarmIsOpenChangesNothingThatIsTold() throws Exception {
        try (TestKafka kafka = TestKafka.start();
                LiveSite site = new LiveSite(kafka.bootstrapServers(), SITE).topics("acme")) {
            Map<String, String> crashed = told(kafka, true, told -> shiftWithACrash(site, told));
            Map<String, String> calm = told(kafka, false, told -> {
                await().atMost(LONG).until(() -> isWellPastTheEnd(told));
                await().atMost(LONG)
                        .untilAsserted(() -> assertEquals(Set.of(), without(crashed.keySet(), told.keySet()), "lost"));
            });

            assertEquals(1, Crash.CRASHES.get(), "it did crash");
            assertTrue(
                    calm.keySet().stream().anyMatch(each -> each.startsWith("alarms ")),
                    "it did alarm: " + calm.keySet());
            assertEquals(calm, crashed);
            assertEquals(
                    5_000,
                    longestSilence(crashed),
                    "a red gathering is told again every 5 s, the crash between or not");
        }
    }

    /** Between two records of the state of the gathering, in the time of the log. */
    private static long longestSilence(Map<String, String> told) {
        long[] times = told.entrySet().stream()
                .filter(each -> each.getKey().startsWith(TopicKind.ALARM_STATES.wire()))
                .filter(each -> each.getValue().contains(GATHERING))
                .filter(each -> each.getValue().contains("\"level\":\"red\""))
                .mapToLong(each -> time(each.getValue()))
                .sorted()
                .toArray();
        long longest = 0;
        for (int i = 1; i < times.length; i++) {
            longest = Math.max(longest, times[i] - times[i - 1]);
        }
        return longest;
    }

    /**
     * Four people walk in, and seven stand together elsewhere; the job crashes after a checkpoint that knows of both alarms; one walks out again; the alarms are
     * acknowledged.
     */
    private static void shiftWithACrash(LiveSite site, Map<String, String> told) throws Exception {
        site.write(TopicKind.PLANS, null, "v1", PLAN.getBytes(StandardCharsets.UTF_8));
        await().atMost(LONG).until(() -> {
            people(site, 3);
            return says(told, OVER, RAISED) && says(told, GATHERING, RAISED, "\"level\":\"red\"");
        });
        int checkpoints = Crash.CHECKPOINTS.get();
        await().atMost(LONG).until(() -> Crash.CHECKPOINTS.get() >= checkpoints + 2);
        Crash.WANTED.set(true);
        await().atMost(LONG).until(() -> Crash.CRASHES.get() == 1);
        await().atMost(LONG).until(() -> {
            people(site, -3);
            return says(told, OVER, "\"returned_unacknowledged\"");
        });
        site.write(TopicKind.ALARM_COMMANDS, null, SITE, SEEN.getBytes(StandardCharsets.UTF_8));
        await().atMost(LONG).until(() -> {
            people(site, -3);
            return isWellPastTheEnd(told);
        });
    }

    private static void people(LiveSite site, double whereTheFirstIs) throws Exception {
        for (int person = 1; person <= 4; person++) {
            site.fix("acme", "T" + person, person == 1 ? whereTheFirstIs : 3, 4 * person);
        }
        for (int person = 11; person <= 17; person++) {
            site.fix("acme", "T" + person, 100 + person, 100);
        }
    }

    private interface Story {
        void play(Map<String, String> told) throws Exception;
    }

    /**
     * What a job tells from the log, by (topic, key, seq), up to the moment at which the alarm is cleared.
     *
     * @param live whether the job writes ticks and may crash; otherwise it reads what is there
     */
    private static Map<String, String> told(TestKafka kafka, boolean live, Story story) throws Exception {
        Map<String, String> told = new ConcurrentSkipListMap<>();
        Iterator<RawRecord> nothing = Collections.emptyIterator();
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ZERO);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(50));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, settings);
        JobConfig config = JobConfig.load("aq3064", null);
        KafkaEnds ends = new KafkaEnds(kafka.bootstrapServers(), Map.of(), new SitePattern(SITE), 60_000, 250, 0, live);
        try (LocalEnds local = LocalEnds.open(nothing, record -> tell(told, record))) {
            DataStream<RawRecord> raw = KafkaInput.of(env, ends)
                    .map(new Crash())
                    .returns(RawRecord.class)
                    .uid("crash")
                    .setParallelism(1);
            Topology.build(
                            raw,
                            new SequenceFunction(config.settleMillis(), false, new KafkaTickPort(ends)),
                            WallClock.none(),
                            config)
                    .all()
                    .sinkTo(local.sink())
                    .uid("drain")
                    .setParallelism(1);
            JobClient job = env.executeAsync("told");
            try {
                story.play(told);
            } finally {
                job.cancel().get();
            }
        }
        // What is told after the alarm was cleared depends on when the job was stopped.
        long cleared = cleared(told).orElseThrow();
        Map<String, String> upToThen = new TreeMap<>(told);
        upToThen.values().removeIf(each -> time(each) > cleared);
        return upToThen;
    }

    /** The moment at which the alarm is cleared. */
    private static OptionalLong cleared(Map<String, String> told) {
        return told.values().stream()
                .filter(each -> each.contains(CLEARED))
                .mapToLong(CrashTest::time)
                .min();
    }

    /** Whether so much later is told that nothing up to the clearing is on its way any more: the outputs come each by a way of its own. */
    private static boolean isWellPastTheEnd(Map<String, String> told) {
        OptionalLong cleared = cleared(told);
        return cleared.isPresent()
                && told.values().stream().anyMatch(each -> time(each) > cleared.getAsLong() + WELL_PAST_MILLIS);
    }

    private static Set<String> without(Set<String> all, Set<String> those) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(those);
        return rest;
    }

    private static boolean says(Map<String, String> told, String... words) {
        return told.values().stream().anyMatch(each -> Arrays.stream(words).allMatch(each::contains));
    }

    private static void tell(Map<String, String> told, OutputRecord record) {
        if (!record.topic().equals(TopicKind.COMPLIANCE.wire())) {
            String value = record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
            // The state of an open alarm is told again under the same number.
            String again = record.topic().equals(TopicKind.ALARM_STATES.wire()) ? " at " + record.timeMillis() : "";
            String key = record.topic() + " " + record.key() + " " + record.seq() + again;
            String now = record.timeMillis() + " " + value;
            String before = told.put(key, now);
            if (before != null && !before.equals(now)) {
                told.put("told otherwise: " + key, before + " then " + now);
            }
        }
    }

    private static long time(String told) {
        return Long.parseLong(told.substring(0, told.indexOf(' ')));
    }

    /** Fails once, when it is wanted, at the next record, which is a tick at the latest. */
    private static final class Crash extends RichMapFunction<RawRecord, RawRecord> implements CheckpointListener {
        private static final long serialVersionUID = 1;
        static final AtomicInteger CRASHES = new AtomicInteger();
        static final AtomicInteger CHECKPOINTS = new AtomicInteger();
        static final AtomicBoolean WANTED = new AtomicBoolean();

        @Override
        public RawRecord map(RawRecord record) {
            if (WANTED.compareAndSet(true, false)) {
                CRASHES.incrementAndGet();
                throw new IllegalStateException("the crash that was wanted");
            }
            return record;
        }

        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            CHECKPOINTS.incrementAndGet();
        }
    }
}
