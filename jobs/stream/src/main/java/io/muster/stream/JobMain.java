package io.muster.stream;

import io.muster.stream.config.ConfigFaults;
import io.muster.stream.config.JobConfig;
import io.muster.stream.kafka.KafkaTopology;
import io.muster.stream.kafka.SitePattern;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Main class of the job jar on any Flink 2.2 cluster: {@code flink run -c io.muster.stream.JobMain muster-job.jar --kafka HOST:PORT}. On the
 * command line of the product it is {@code ./muster job}.
 */
public final class JobMain {
    private static final Set<String> WITH_VALUE = Set.of("--kafka", "--sites", "--config", "--profile", "--client");

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>();
        Map<String, String> client = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (WITH_VALUE.contains(args[i]) && i + 1 < args.length) {
                String name = args[i];
                i++;
                if (name.equals("--client")) {
                    List<String> pair = List.of(args[i].split("=", 2));
                    if (pair.size() != 2) {
                        refuse("--client wants NAME=VALUE, was '" + args[i] + "'");
                    }
                    client.put(pair.get(0), pair.get(1));
                } else {
                    options.put(name, args[i]);
                }
            } else if (args[i].equals("--replay")) {
                options.put("--replay", "true");
            } else {
                refuse("unknown option '" + args[i] + "'");
            }
        }
        String kafka = options.get("--kafka");
        if (kafka == null) {
            throw refuse("--kafka HOST:PORT is missing");
        }
        String file = options.get("--config");
        JobConfig config;
        try {
            config = JobConfig.load(options.getOrDefault("--profile", "aq3064"), file == null ? null : Path.of(file));
        } catch (ConfigFaults e) {
            throw refuse(String.join("\n", e.faults()));
        }
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(FlinkSettings.live(null, null));
        KafkaTopology.build(
                env,
                kafka,
                client,
                options.getOrDefault("--sites", SitePattern.DEFAULT),
                options.containsKey("--replay"),
                config);
        env.execute("muster");
    }

    private static IllegalArgumentException refuse(String why) {
        throw new IllegalArgumentException(
                why
                        + "\nusage: --kafka HOST:PORT [--sites PATTERN] [--profile NAME] [--config FILE] [--client NAME=VALUE]... [--replay]");
    }

    private JobMain() {}
}
