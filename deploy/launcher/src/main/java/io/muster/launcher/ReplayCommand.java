package io.muster.launcher;

import io.muster.launcher.kafka.Connection;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.replay.ReplaySite;
import io.muster.launcher.terminal.JsonOut;
import io.muster.launcher.terminal.Progress;
import io.muster.launcher.terminal.Table;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import io.muster.stream.replay.CsvColumns;
import io.muster.stream.replay.InputFormat;
import io.muster.stream.replay.ReplayFaults;
import io.muster.stream.replay.ReplayOptions;
import io.muster.stream.replay.ReplayRun;
import io.muster.stream.replay.ReplaySummary;
import io.muster.stream.replay.WantedTopics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "replay",
        description = {
            "Runs recorded or simulated input through the job's topology, into files.",
            "Without Kafka; one file per output topic. The same input gives the same files, at any parallelism.",
            "With --kafka: writes the input into a live Kafka instead, as a site of its own, for a job to read."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./muster simulate --site demo --for 3m --output shift.jsonl.gz --truth truth.jsonl",
            "  ./muster replay --input shift.jsonl.gz --output out",
            "  ./muster replay --input shift.jsonl.gz --kafka localhost:9092 --speed 10",
            "  ./muster replay --input positions.csv --format csv --columns id=tag,time=at,x=x,y=y --units mm --plan north.geojson --output out"
        })
final class ReplayCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE|-",
            description = "A recording (.jsonl, .jsonl.gz) or a table (--format csv); - is standard input.")
    @SuppressWarnings("NullAway.Init")
    private String input;

    @Option(
            names = "--format",
            paramLabel = "jsonl|csv",
            defaultValue = "jsonl",
            description = "jsonl or csv. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private InputFormat format;

    @Option(
            names = "--columns",
            paramLabel = "NAME=COLUMN,…",
            description = "Columns of a table: id, time, x, y, and z, floor, accuracy where there are any.")
    private @Nullable String columns;

    @Option(
            names = "--units",
            paramLabel = "m|cm|mm|ft",
            defaultValue = "m",
            description = "Unit of the positions of a table. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String units;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "Zone of local times in a table, such as Asia/Shanghai.")
    private @Nullable String timeZone;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "The plan; replaces the plans in the recording. Needed for bare positions and tables.")
    private @Nullable Path plan;

    @Option(
            names = "--trackables",
            paramLabel = "FILE",
            description = "The people and their tags, one per line; without it every tag is a person of its own.")
    private @Nullable Path trackables;

    @Mixin
    private final ProfileOption profile = new ProfileOption();

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "1",
            description = "Parallel parts of the job; the files are the same. Default: ${DEFAULT-VALUE}.")
    private int parallelism;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder for the files, one <topic>.jsonl for each output topic.")
    private @Nullable Path output;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            converter = KafkaOption.Converter.class,
            description = "Instead of --output: into this Kafka.")
    private @Nullable Connection kafka;

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            converter = SimulateCommand.SpeedConverter.class,
            description = "Recorded seconds in a second, or max. Default into Kafka: 1, into files: max.")
    private @Nullable Double speed;

    @Option(
            names = "--topics",
            paramLabel = "NAME,…",
            description = "Into files: only these, such as alarms,gathering-events. The others are not made.")
    private @Nullable String topics;

    @Option(
            names = "--site",
            paramLabel = "SITE",
            converter = SiteOption.Any.class,
            description =
                    "Replaces the site that the plan names. Into Kafka: replay-NAME, default replay- and the time.")
    private @Nullable String site;

    @Option(names = "--crs", paramLabel = "CRS", description = "Replaces the crs that the plan names: local or EPSG:n.")
    private @Nullable String crs;

    @Option(
            names = "--origin",
            paramLabel = "LON,LAT[,BEARING]",
            description = "Replaces the origin that the plan names, in degrees.")
    private @Nullable String origin;

    @Mixin
    private final JsonOption json = new JsonOption();

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Connection live = kafka;
        if (live != null) {
            return new ReplayIntoKafka(terminal, live, json.json, profile, speed).run(options(live));
        }
        Path folder = output;
        if (folder == null) {
            throw new BadInput("say where to: --output DIR for files, or --kafka HOST:PORT");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new BadInput("--output " + folder + ": is a file, a folder was expected");
        }
        ReplayOptions options = wanted(options(folder, site));
        ReplaySummary summary;
        // Ctrl-C: nothing here outlives the process, and files half written are overwritten by the next run.
        try (Progress progress = Progress.of("replay", terminal)) {
            summary = ReplayRun.run(
                    options,
                    step -> progress.update(
                            step.lines(), 0, "lines, up to " + Instant.ofEpochMilli(step.arrivalMillis())));
        } catch (ReplayFaults e) {
            throw new BadInput(e.faults());
        }
        print(summary);
        return Cli.DONE;
    }

    private ReplayOptions wanted(ReplayOptions all) {
        ReplayOptions paced = speed == null ? all : all.at(speed);
        try {
            return topics == null ? paced : paced.only(WantedTopics.parse(topics));
        } catch (ReplayFaults e) {
            throw new BadInput(e.faults());
        }
    }

    /** Into Kafka: the site is one of replays. */
    private ReplayOptions options(Connection live) {
        if (topics != null) {
            throw new BadInput("--topics is for files: the job behind Kafka writes all topics");
        }
        if (output != null) {
            throw new BadInput(
                    "--output is for files and --kafka " + live.bootstrap() + " for Kafka: give one of them");
        }
        if (input.equals("-")) {
            throw new BadInput("--input -: into Kafka the input is read twice, first to learn its topics: give a file");
        }
        String replayed = site == null ? ReplaySite.named(Instant.now()) : site;
        String fault = ReplaySite.fault(replayed);
        if (fault != null) {
            throw new BadInput("--site: " + fault);
        }
        return options(Path.of("."), replayed);
    }

    private ReplayOptions options(Path folder, @Nullable String replaced) {
        if (parallelism < 1 || parallelism > 128) {
            throw new BadInput("--parallelism must be 1 to 128, was " + parallelism);
        }
        if (!input.equals("-") && !Files.isRegularFile(Path.of(input))) {
            throw new BadInput("--input " + input + ": there is no such file");
        }
        for (Path file : new Path[] {plan, trackables, profile.config}) {
            if (file != null && !Files.isRegularFile(file)) {
                throw new BadInput(file + ": there is no such file");
            }
        }
        profile.load();
        CsvColumns table = null;
        if (format == InputFormat.CSV) {
            if (columns == null) {
                throw new BadInput("--format csv needs --columns, such as id=tag,time=at,x=x,y=y");
            }
            try {
                table = CsvColumns.parse(columns, units, timeZone);
            } catch (ReplayFaults e) {
                throw new BadInput(e.faults());
            }
        } else if (columns != null || timeZone != null) {
            throw new BadInput((columns != null ? "--columns" : "--time-zone") + " is for --format csv");
        }
        return new ReplayOptions(
                input,
                format,
                table,
                plan,
                trackables,
                profile.config,
                profile.profile,
                parallelism,
                folder,
                replaced,
                crs,
                origin);
    }

    private void print(ReplaySummary summary) {
        Map<String, Long> records = new TreeMap<>(summary.recordsPerTopic());
        if (json.json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("command", "replay");
            object.put("output", String.valueOf(output));
            object.put("lines", summary.lines());
            object.put("accepted", summary.accepted());
            object.put("rejected", summary.rejected());
            object.put("records", records);
            object.put("wall_ms", summary.wallMillis());
            terminal.out().println(JsonOut.object(object));
            return;
        }
        Table table = Table.of("file", ">records");
        records.forEach((topic, count) -> table.row(topic + ".jsonl", Words.count(count)));
        terminal.out().print(table);
        terminal.out()
                .println(Words.count(summary.lines()) + " lines read, " + Words.count(summary.accepted())
                        + " accepted, " + Words.count(summary.rejected()) + " rejected, in "
                        + Words.duration(summary.wallMillis()) + ", into " + output);
    }
}
