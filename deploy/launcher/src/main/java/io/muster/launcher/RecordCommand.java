package io.muster.launcher;

import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.Build;
import io.muster.launcher.process.StopSignal;
import io.muster.launcher.record.From;
import io.muster.launcher.record.Recorder;
import io.muster.launcher.record.Recording;
import io.muster.launcher.terminal.JsonOut;
import io.muster.launcher.terminal.Progress;
import io.muster.launcher.terminal.Table;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "record",
        description = {
            "Records what passes through the input topics of a site into one file that replays, until Ctrl-C or for --for.",
            "The file opens with the plan and the people in force. Vendors that join later are recorded too."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./muster record --kafka localhost:9092 --site demo --output shift.jsonl.gz --for 8h",
            "  ./muster record --kafka localhost:9092 --site demo --output night.jsonl.gz --from 2026-03-01T22:00:00+08:00 --for 8h"
        })
final class RecordCommand implements Callable<Integer> {
    private static final long RATED_OVER_NANOS = Duration.ofSeconds(2).toNanos();

    private final Terminal terminal;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE|-",
            description = "The recording (.jsonl, .jsonl.gz), made new; - is standard output.")
    @SuppressWarnings("NullAway.Init")
    private String output;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long, such as 8h. Default: until Ctrl-C.")
    private @Nullable Duration length;

    @Option(
            names = "--from",
            paramLabel = "TIME|beginning",
            converter = FromConverter.class,
            description = "Begins in the past: at a time (2026-03-01T08:00:00+08:00), so long ago (2h), or with what is"
                    + " still kept. Default: now.")
    private From from = From.NOW;

    @Mixin
    private final JsonOption json = new JsonOption();

    /** Of the last seconds, so that silence is seen. */
    private long perSecond;

    private long ratedRecords;
    private long ratedAt;

    RecordCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (json.json && output.equals("-")) {
            throw new BadInput("--json and --output - both want standard output");
        }
        if (!output.equals("-")) {
            Path folder = Path.of(output).toAbsolutePath().getParent();
            if (Files.isDirectory(Path.of(output))) {
                throw new BadInput("--output " + output + ": is a folder, a file was expected");
            }
            if (folder == null || !Files.isDirectory(folder)) {
                throw new BadInput("--output " + output + ": there is no folder " + folder);
            }
        }
        kafka.connection.admin().close();
        StopSignal stop = StopSignal.install();
        long startedAt = System.nanoTime();
        Recording recording;
        try (Progress progress = Progress.of("record", terminal)) {
            recording = Recorder.run(
                    new Recorder.Options(kafka.connection, site.site, output, from, length),
                    stop,
                    () -> terminal.err()
                            .println("Recording site " + site.site + " from " + kafka.connection.bootstrap() + " to "
                                    + output + (length == null ? ". Ctrl-C ends it." : ".")),
                    step -> show(progress, step, System.nanoTime() - startedAt));
        }
        if (json.json) {
            terminal.out().println(JsonOut.inOrder(object(recording)));
        } else {
            print(recording, output.equals("-") ? terminal.err() : terminal.out());
        }
        if (!recording.complete()) {
            terminal.err()
                    .println(
                            "muster record: warning: Kafka did not answer at the end; the last seconds may lack records");
        }
        if (recording.raised() > 0) {
            terminal.err()
                    .println(
                            "muster record: warning: "
                                    + Words.counted(recording.raised(), "record", "records")
                                    + " came with a time before what was written already, and stand later in the file; are the topics LogAppendTime?");
        }
        return Cli.DONE;
    }

    private void show(Progress progress, Recorder.Progress step, long nanos) {
        if (nanos - ratedAt >= RATED_OVER_NANOS) {
            perSecond = Math.round((step.records() - ratedRecords) / ((nanos - ratedAt) / 1e9));
            ratedRecords = step.records();
            ratedAt = nanos;
        }
        String detail =
                "records, " + Words.count(perSecond) + "/s" + (step.upTo() == null ? "" : ", up to " + step.upTo());
        Duration whole = length;
        if (whole == null || !from.equals(From.NOW)) {
            progress.update(step.records(), 0, detail);
        } else {
            progress.update(nanos / 1_000_000, whole.toMillis(), Words.count(step.records()) + " " + detail);
        }
    }

    private void print(Recording recording, PrintStream out) {
        Table table = Table.of("topic", ">records");
        recording.byTopic().forEach((topic, count) -> table.row(topic, Words.count(count)));
        if (!table.isEmpty()) {
            out.print(table);
        }
        Instant begin = recording.from();
        Instant end = recording.to();
        out.println(Words.counted(recording.records(), "record", "records") + " and "
                + Words.counted(recording.ticks(), "tick", "ticks")
                + (begin == null || end == null ? "" : " from " + begin + " to " + end) + ", after "
                + Words.counted(recording.plans(), "plan", "plans") + " and "
                + Words.counted(recording.people(), "person", "people") + " in force, in " + output);
        if (recording.plans() == 0 && !recording.byTopic().containsKey("plans")) {
            out.println("There is no plan of " + site.site + ": it replays with --plan FILE.");
        }
        if (!output.equals("-")) {
            out.println("Replay it with: " + replay(recording));
        }
    }

    /** The plan names the site of a replay; where it does not, the command has to. */
    private String replay(Recording recording) {
        boolean named = site.site.equals(recording.statedSite());
        return "./muster replay --input " + output + (named ? "" : " --site " + site.site) + " --output out";
    }

    private Map<String, @Nullable Object> object(Recording recording) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("command", "record");
        object.put("revision", Build.revision());
        object.put("site", site.site);
        object.put("output", output);
        object.put("records", recording.records());
        object.put("topics", recording.byTopic());
        object.put("ticks", recording.ticks());
        object.put("plans", recording.plans());
        object.put("people", recording.people());
        object.put("from", recording.from() == null ? null : recording.from().toString());
        object.put("to", recording.to() == null ? null : recording.to().toString());
        object.put("raised", recording.raised());
        object.put("complete", recording.complete());
        object.put("replay", replay(recording));
        return object;
    }

    static final class FromConverter implements ITypeConverter<From> {
        @Override
        public From convert(String text) {
            try {
                if (text.matches("[0-9.]+[a-z]+")) {
                    return From.ago(new DurationConverter().convert(text), Instant.now());
                }
                return From.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
