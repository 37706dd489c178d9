package io.muster.launcher;

import io.muster.launcher.feed.FeedCheck;
import io.muster.launcher.feed.FeedReport;
import io.muster.launcher.feed.FeedVerdict;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.StopSignal;
import io.muster.launcher.report.Report;
import io.muster.launcher.terminal.Progress;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description = {
            "Watches the feed of a vendor: how often, how late, how true. Needs no job; where one runs, what it rejects counts too.",
            "Exit code 1 where nothing comes, or the 99th percentile of the sampling gap is above 10 s or that of the delay above 5 s."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./muster feed check --kafka localhost:9092 --site north --vendor acme-uwb --for 60s"
        })
final class FeedCheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    @Option(
            names = "--vendor",
            required = true,
            paramLabel = "VENDOR",
            converter = TopicsCreateCommand.VendorConverter.class,
            description = "The vendor, as its topics name it.")
    @SuppressWarnings("NullAway.Init")
    private String vendor;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "How long to watch. Default: ${DEFAULT-VALUE}; Ctrl-C ends it sooner.")
    @SuppressWarnings("NullAway.Init")
    private Duration length;

    @Mixin
    private final JsonOption json = new JsonOption();

    FeedCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        kafka.connection.admin().close();
        StopSignal stop = StopSignal.install();
        long begun = System.nanoTime();
        FeedVerdict verdict;
        try (Progress progress = Progress.of("feed check", terminal)) {
            verdict = new FeedCheck(kafka.connection, site.site, vendor)
                    .watch(
                            length,
                            stop,
                            messages -> progress.update(
                                    (System.nanoTime() - begun) / 1_000_000,
                                    length.toMillis(),
                                    Words.counted(messages, "message", "messages")));
        } catch (org.apache.kafka.common.KafkaException e) {
            throw new BadInput("Kafka at " + kafka.connection.bootstrap() + " says: " + e.getMessage(), e);
        }
        if (json.json) {
            terminal.out().println(Report.object("feed check", null, verdict.figures()));
        } else {
            FeedReport.print(verdict, terminal);
        }
        return verdict.passed() ? Cli.DONE : Cli.FOUND;
    }
}
