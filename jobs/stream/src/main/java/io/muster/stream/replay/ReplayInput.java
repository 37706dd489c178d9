package io.muster.stream.replay;

import io.muster.contract.topic.TopicKind;
import io.muster.stream.config.ConfigFaults;
import io.muster.stream.config.JobConfig;
import io.muster.stream.input.RawRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An input exactly as {@link ReplayRun} would give it to the job, for somebody who hands it on elsewhere: in the order of arrival, with what is in
 * force at its head, the recorded ticks, and those that stand for all partitions. Not for use by two threads at once.
 */
public final class ReplayInput implements AutoCloseable {
    private final LineReader reader;
    private final InputFeed feed;

    private ReplayInput(LineReader reader, InputFeed feed) {
        this.reader = reader;
        this.feed = feed;
    }

    /**
     * @param options its output and parallelism mean nothing here
     * @param progress called every few thousand lines, and at the end
     * @throws ReplayFaults where something given is faulty
     */
    public static ReplayInput open(ReplayOptions options, Consumer<ReplayProgress> progress) throws ReplayFaults {
        JobConfig config;
        try {
            config = JobConfig.load(options.profile(), options.config());
        } catch (ConfigFaults e) {
            throw new ReplayFaults(e.faults());
        }
        GivenFiles given = GivenFiles.read(options, config.rules());
        Set<TopicKind> replaced = EnumSet.noneOf(TopicKind.class);
        if (options.plan() != null) {
            replaced.add(TopicKind.PLANS);
        }
        if (options.trackables() != null) {
            replaced.add(TopicKind.TRACKABLES);
        }
        try {
            LineReader reader = new PlausibleArrivals(ReplayRun.reader(options, given.site()));
            return new ReplayInput(
                    reader,
                    new InputFeed(reader, given.records(), replaced, given.site(), config.settleMillis(), progress));
        } catch (IOException e) {
            throw new ReplayFaults(List.of(options.input() + ": cannot be read: " + e.getMessage()));
        }
    }

    /**
     * The next record or tick; null at the end.
     *
     * @throws ReplayFaults where the input is not what it should be, naming the line
     */
    public @Nullable RawRecord next() throws ReplayFaults {
        try {
            return feed.hasNext() ? feed.next() : null;
        } catch (InputFeed.StoppedByFault e) {
            throw e.faults();
        } catch (UncheckedIOException e) {
            throw new ReplayFaults(List.of("the input cannot be read: "
                    + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage())));
        }
    }

    /** Lines read so far. */
    public long lines() {
        return feed.lines();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
