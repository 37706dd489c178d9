package io.muster.stream.replay;

import io.muster.contract.topic.TopicKind;
import io.muster.stream.LocalJob;
import io.muster.stream.config.ConfigFaults;
import io.muster.stream.config.JobConfig;
import io.muster.stream.input.RawRecord;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Recorded or simulated input through the topology into files. The same input gives the same bytes, at any parallelism. */
public final class ReplayRun {

    /**
     * @param progress called every few thousand lines, and at the end
     * @throws ReplayFaults where something given is faulty; nothing is written then but what was decided before a fault of the input
     */
    public static ReplaySummary run(ReplayOptions options, Consumer<ReplayProgress> progress) throws ReplayFaults {
        long begun = System.nanoTime();
        JobConfig config = config(options);
        GivenFiles given = GivenFiles.read(options, config.rules());
        Set<TopicKind> replaced = EnumSet.noneOf(TopicKind.class);
        if (options.plan() != null) {
            replaced.add(TopicKind.PLANS);
        }
        if (options.trackables() != null) {
            replaced.add(TopicKind.TRACKABLES);
        }
        List<RawRecord> opening = given.records();
        try (OutputFiles files = new OutputFiles(options.output(), options.topics());
                LineReader reader = new PlausibleArrivals(reader(options, given.site()))) {
            InputFeed feed = new InputFeed(reader, opening, replaced, given.site(), config.settleMillis(), progress);
            Iterator<RawRecord> paced = options.speed() == 0 ? feed : new PacedFeed(feed, options.speed());
            LocalJob.run("replay", paced, files, config, options.parallelism(), options.topics());
            Map<String, Long> written = files.written();
            long rejected = files.rejected();
            long millis = (System.nanoTime() - begun) / 1_000_000;
            return new ReplaySummary(feed.lines(), feed.lines() - rejected, rejected, written, millis);
        } catch (IOException e) {
            throw new ReplayFaults(List.of(options.output() + ": cannot be written: " + e.getMessage()));
        } catch (InputFeed.StoppedByFault e) {
            throw e.faults();
        }
    }

    private static JobConfig config(ReplayOptions options) throws ReplayFaults {
        try {
            return JobConfig.load(options.profile(), options.config());
        } catch (ConfigFaults e) {
            throw new ReplayFaults(e.faults());
        }
    }

    static LineReader reader(ReplayOptions options, String site) throws IOException, ReplayFaults {
        if (options.format() == InputFormat.CSV) {
            CsvColumns columns = options.columns();
            if (columns == null) {
                throw new ReplayFaults(List.of("--columns is missing: say which column is id, time, x and y"));
            }
            return new CsvLines(options.input(), site, columns, InputFile.text(options.input()));
        }
        return new JsonLines(
                options.input(),
                site,
                options.site() != null || options.plan() != null,
                new ByteLines(InputFile.bytes(options.input())));
    }

    private ReplayRun() {}
}
