package io.muster.launcher.demo;

import io.muster.stream.config.JobConfig;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Loads the classes of a local Flink by running the smallest possible job, while Kafka starts; saves the seconds that they take. */
final class WarmUp {
    private WarmUp() {}

    /** A failure is no news here: the real job will tell it. */
    static void run(JobConfig config) {
        try {
            StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, new Configuration());
            env.fromData(1L, config.settleMillis()).keyBy(each -> each % 2).sinkTo(new DiscardingSink<>());
            env.execute("warm-up");
        } catch (Exception e) {
            org.slf4j.LoggerFactory.getLogger(WarmUp.class).warn("The warm-up failed", e);
        }
    }
}
