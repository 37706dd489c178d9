package io.muster.stream.kafka;

import io.muster.stream.KafkaJob;
import io.muster.stream.KafkaJobOptions;
import io.muster.stream.config.JobConfig;
import io.muster.stream.restore.StateFolder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The job in a process of its own, which can be killed as a power cut does: without a word. */
final class JobProcess implements AutoCloseable {
    private final Process process;

    private JobProcess(Process process) {
        this.process = process;
    }

    /** @param state null = nothing is kept */
    static JobProcess start(String bootstrap, String site, @Nullable Path state) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> each.startsWith("--add-"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(JobProcess.class.getName(), bootstrap, site));
        if (state != null) {
            command.add(state.toString());
        }
        return new JobProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    void kill() throws Exception {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " does not die");
        }
    }

    @Override
    public void close() throws Exception {
        kill();
    }

    /** HOST:PORT, site, and where to keep state. */
    public static void main(String[] args) throws Exception {
        StateFolder state = args.length > 2 ? StateFolder.open(Path.of(args[2])) : null;
        KafkaJob job = KafkaJob.start(new KafkaJobOptions(
                args[0],
                Map.of(),
                args[1],
                JobConfig.load("aq3064", null),
                false,
                2,
                state == null ? null : state.path(),
                state == null ? null : state.newest()));
        job.awaitRunning(Duration.ofSeconds(90));
        new CountDownLatch(1).await();
    }
}
