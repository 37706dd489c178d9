package io.muster.launcher;

import io.muster.contract.plan.PlanOverrides;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.Build;
import io.muster.launcher.report.Report;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.verify.JudgementText;
import io.muster.launcher.verify.Seen;
import io.muster.simulator.report.QualityReport;
import io.muster.simulator.report.ReportHead;
import io.muster.simulator.truth.Truth;
import io.muster.simulator.truth.TruthFile;
import io.muster.simulator.verify.Judge;
import io.muster.simulator.verify.Judgement;
import io.muster.simulator.verify.Promise;
import io.muster.simulator.verify.PromiseFaults;
import io.muster.simulator.verify.PromiseReader;
import io.muster.simulator.verify.VerifyOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = {
            "Holds alarms and head counts against what really happened, and against what is promised.",
            "Exit code 1 when a promise is broken."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./muster simulate --for 3m --output shift.jsonl.gz --truth truth.jsonl",
            "  ./muster replay --input shift.jsonl.gz --output out",
            "  ./muster verify --truth truth.jsonl --alarms out --html quality.html",
            "  ./muster verify --truth truth.jsonl --kafka localhost:9092 --site demo"
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int MOST_OPERATORS = 1_000;

    private final Terminal terminal;

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "FILE",
            description = "What really happened, as the simulator wrote it.")
    @SuppressWarnings("NullAway.Init")
    private Path truth;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Source source;

    @Option(
            names = "--promise",
            paramLabel = "FILE",
            description = "What is promised. Default: docs/promise.yaml, as this build has it.")
    private @Nullable Path promise;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description =
                    "Says which fence the gates lead to (role production). Default: the fullest fence; from Kafka, the site's plan.")
    private @Nullable Path plan;

    @Option(
            names = "--settle",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = DurationConverter.class,
            description =
                    "How long the job waited before it decided; a delay in files counts it. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private Duration settle;

    @Option(
            names = "--operators",
            paramLabel = "N",
            defaultValue = "1",
            description = "Operator positions that share the alarms. Default: ${DEFAULT-VALUE}.")
    private int operators;

    @Option(names = "--html", paramLabel = "FILE", description = "The quality report: one page, with plots.")
    private @Nullable Path html;

    @Option(names = "--seed", paramLabel = "N", description = "The simulation's seed, to be told in the reports.")
    private @Nullable Long seed;

    @Option(names = "--report", paramLabel = "FILE", description = "The object of --json, into a file.")
    private @Nullable Path report;

    @Mixin
    private final JsonOption json = new JsonOption();

    /** Either files or a Kafka. */
    static final class Source {
        @Option(
                names = "--alarms",
                required = true,
                paramLabel = "FILE|DIR",
                description = "alarms.jsonl, or the folder that replay wrote.")
        private @Nullable Path alarms;

        @ArgGroup(exclusive = false)
        private @Nullable Live live;
    }

    /** A site on a Kafka. */
    static final class Live {
        @Option(
                names = "--kafka",
                required = true,
                paramLabel = "HOST:PORT",
                converter = KafkaOption.Converter.class,
                description = "Where Kafka answers; delays count to its timestamps.")
        @SuppressWarnings("NullAway.Init")
        private Connection kafka;

        @Option(
                names = "--site",
                required = true,
                paramLabel = "SITE",
                converter = SiteOption.Converter.class,
                description = "The plant.")
        @SuppressWarnings("NullAway.Init")
        private String site;
    }

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (operators < 1 || operators > MOST_OPERATORS) {
            throw new BadInput("--operators must be 1 to " + MOST_OPERATORS + ", was " + operators);
        }
        Promise promised = promise();
        Truth happened = truth();
        Seen seen = seen();
        Judgement judgement = Judge.judge(
                happened,
                new Judge.JobOutput(seen.alarms(), seen.counts()),
                new Judge.Options(options(seen), promised, seen.productionFences(), operators));
        String object = Report.object("verify", seed, JudgementText.figures(judgement));
        write("--report", report, object + "\n");
        if (html != null) {
            write("--html", html, QualityReport.html(head(seen), judgement));
        }
        if (json.json) {
            terminal.out().println(object);
        } else {
            JudgementText.print(judgement, terminal);
        }
        return judgement.passed() ? Cli.DONE : Cli.FOUND;
    }

    private VerifyOptions options(Seen seen) {
        VerifyOptions usual = VerifyOptions.kafka(seen.readableAtMillis());
        return new VerifyOptions(
                settle.toMillis(),
                seen.readableAtMillis(),
                usual.allowanceMillis(),
                usual.earlyMillis(),
                usual.slackMillis());
    }

    private Promise promise() {
        if (promise == null) {
            return PromiseReader.shipped();
        }
        Inputs.bytes(promise);
        try {
            return PromiseReader.read(promise);
        } catch (PromiseFaults e) {
            throw new BadInput(e.faults());
        } catch (IOException e) {
            throw new BadInput("--promise " + promise + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private Truth truth() {
        if (!Files.isRegularFile(truth)) {
            throw new BadInput("--truth " + truth + ": there is no such file");
        }
        try {
            return TruthFile.read(truth);
        } catch (IOException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }

    private Seen seen() {
        Seen seen;
        if (source.live != null) {
            seen = Seen.ofKafka(source.live.kafka, source.live.site);
        } else if (source.alarms != null) {
            seen = Seen.ofFiles(source.alarms, settle.toMillis());
        } else {
            throw new BadInput("--alarms or --kafka is missing");
        }
        if (plan == null) {
            return seen;
        }
        return seen.withPlan(PlanFiles.read(plan, Inputs.bytes(plan), new PlanOverrides(null, null, null, "verify")));
    }

    private ReportHead head(Seen seen) {
        return new ReportHead(
                "truth " + truth + ", alarms " + seen.where(),
                seed,
                seen.profile(),
                Build.machine(),
                Build.revision(),
                promise == null ? "docs/promise.yaml" : promise.toString(),
                Instant.now());
    }

    private static void write(String option, @Nullable Path file, String text) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInput(option + " " + file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
