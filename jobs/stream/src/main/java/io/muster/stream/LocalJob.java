package io.muster.stream;

import io.muster.contract.topic.TopicKind;
import io.muster.stream.compliance.WallClock;
import io.muster.stream.config.JobConfig;
import io.muster.stream.engine.Carriage;
import io.muster.stream.input.RawRecord;
import io.muster.stream.local.LocalEnds;
import io.muster.stream.output.OutputRecord;
import io.muster.stream.time.SequenceFunction;
import io.muster.stream.time.TickPort;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The topology between an iterator and a drain of this process, until the iterator ends. */
public final class LocalJob {

    /** All output topics. */
    public static void run(
            String name, Iterator<RawRecord> feed, LocalEnds.Drain drain, JobConfig config, int parallelism) {
        run(name, feed, drain, config, parallelism, EnumSet.allOf(TopicKind.class));
    }

    /**
     * @param feed in the order of arrival, with its ticks
     * @param drain called in the order (time, key, seq)
     * @param wanted output topics; what only another one needs is not done. Rejects go out always
     * @throws IllegalStateException where the job fails; a failure of the feed itself is thrown as it is
     */
    public static void run(
            String name,
            Iterator<RawRecord> feed,
            LocalEnds.Drain drain,
            JobConfig config,
            int parallelism,
            Set<TopicKind> wanted) {
        run(name, feed, drain, config, parallelism, wanted, FlinkSettings.bounded(), LocalEnds::carriage);
    }

    /**
     * As {@link #run}, by the ways of the live job: records go as bytes from stage to stage, and checkpoints are taken.
     *
     * @param checkpoints folder for them
     */
    public static void rehearse(
            Iterator<RawRecord> feed, LocalEnds.Drain drain, JobConfig config, int parallelism, Path checkpoints) {
        Set<TopicKind> all = EnumSet.allOf(TopicKind.class);
        Configuration settings = FlinkSettings.rehearsal(checkpoints);
        run("rehearsal", feed, drain, config, parallelism, all, settings, ends -> Carriage.bytes());
    }

    private static void run(
            String name,
            Iterator<RawRecord> feed,
            LocalEnds.Drain drain,
            JobConfig config,
            int parallelism,
            Set<TopicKind> wanted,
            Configuration settings,
            Function<LocalEnds, Carriage> carriage) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
        GuardedFeed guarded = new GuardedFeed(feed);
        try (LocalEnds ends = LocalEnds.open(guarded, drain)) {
            DataStream<RawRecord> raw = env.fromSource(
                            ends.source(),
                            WatermarkStrategy.noWatermarks(),
                            "feed",
                            TypeInformation.of(RawRecord.class))
                    .uid("feed")
                    .setParallelism(1);
            DataStream<OutputRecord> out = Topology.build(
                            raw,
                            new SequenceFunction(config.settleMillis(), true, TickPort.none()),
                            WallClock.none(),
                            config,
                            carriage.apply(ends),
                            wanted)
                    .all();
            out.sinkTo(ends.sink()).uid("drain").name("drain").setParallelism(1);
            env.execute(name);
        } catch (Exception e) {
            RuntimeException own = guarded.failure;
            throw own != null ? own : new IllegalStateException(name + " failed: " + e.getMessage(), e);
        }
    }

    /** Remembers why a feed failed, since Flink tells it wrapped and as text. */
    private static final class GuardedFeed implements Iterator<RawRecord> {
        private final Iterator<RawRecord> feed;
        private volatile @Nullable RuntimeException failure;

        GuardedFeed(Iterator<RawRecord> feed) {
            this.feed = feed;
        }

        @Override
        public boolean hasNext() {
            try {
                return feed.hasNext();
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public RawRecord next() {
            try {
                return feed.next();
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }
    }

    private LocalJob() {}
}
