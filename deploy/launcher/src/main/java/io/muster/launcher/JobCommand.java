package io.muster.launcher;

import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.StopSignal;
import io.muster.launcher.terminal.Terminal;
import io.muster.stream.KafkaJob;
import io.muster.stream.KafkaJobOptions;
import io.muster.stream.config.JobConfig;
import io.muster.stream.kafka.SitePattern;
import io.muster.stream.restore.StateRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "job",
        description = {
            "Runs the alarm job in this process until Ctrl-C.",
            "It serves every site whose topics exist, and takes in new ones while it runs.",
            "The same jar runs on a Flink cluster (flink run)."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster job --kafka localhost:9092 --sites 'north|south' --state /var/lib/muster"
        })
final class JobCommand implements Callable<Integer> {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Terminal terminal;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Option(
            names = "--sites",
            paramLabel = "PATTERN",
            converter = SitesConverter.class,
            description = "Regular expression over site ids. Default: every site but replay-…")
    private String sites = SitePattern.DEFAULT;

    @Mixin
    private final ProfileOption profile = new ProfileOption();

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "Parallel parts of the job, at most the partitions of a vendor's topics (4). Default: ${DEFAULT-VALUE}.")
    private int parallelism;

    @Option(
            names = "--replay",
            description =
                    "For the sites that ./muster replay --kafka makes: time comes from their input, the job writes no ticks.")
    private boolean replay;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = {
                "Keep the state of the job in this folder, and go on from what is there:",
                "alarms stay open, counts and numbers go on. Without it a new process begins",
                "without a past and reads 24 h back."
            })
    private @Nullable Path state;

    JobCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (parallelism < 1 || parallelism > 128) {
            throw new BadInput("--parallelism must be 1 to 128, was " + parallelism);
        }
        JobConfig config = profile.load();
        checkSites();
        StopSignal stop = StopSignal.install();
        try (Checkpoints checkpoints = Checkpoints.in(state);
                KafkaJob job = KafkaJob.start(new KafkaJobOptions(
                        kafka.connection.bootstrap(),
                        Map.of(),
                        sites,
                        config,
                        replay,
                        parallelism,
                        checkpoints.path(),
                        checkpoints.newest()))) {
            job.awaitRunning(LONGEST_START);
            terminal.err()
                    .println("The job runs with profile " + profile.profile + " on " + kafka.connection.bootstrap()
                            + checkpoints.said() + ". Ctrl-C ends it.");
            while (!stop.await(LOOK_EVERY)) {
                if (job.hasEnded()) {
                    throw new IllegalStateException("the job ended by itself", job.failure());
                }
            }
            terminal.err().println("stopping the job");
        } catch (StateRefused e) {
            throw new BadInput("--state " + e.getMessage(), e);
        }
        return Cli.DONE;
    }

    /** A job that replays waits for the partitions that are there when it starts; those that come later would come too late for its time. */
    private void checkSites() {
        try (var admin = kafka.connection.admin()) {
            SitePattern pattern = new SitePattern(sites);
            if (replay
                    && kafka.connection.await(admin.listTopics().names(), "list of topics").stream()
                            .noneMatch(topic -> pattern.read(topic) != null)) {
                throw new BadInput("--replay: no site on " + kafka.connection.bootstrap() + " matches --sites " + sites
                        + "; ./muster replay --kafka makes one and says its name");
            }
        }
    }

    static final class SitesConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            try {
                return Pattern.compile(text).pattern();
            } catch (PatternSyntaxException e) {
                throw new TypeConversionException(
                        "expected a regular expression, was '" + text + "': " + e.getDescription());
            }
        }
    }
}
