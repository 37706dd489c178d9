package io.muster.stream.local;

import io.muster.stream.input.RawRecord;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/** A bounded source over an iterator of this process. It has one reader and no splits; its parallelism must be 1. */
public final class FeedSource implements Source<RawRecord, FeedSplit, FeedSplit> {
    private static final long serialVersionUID = 1;

    private final long number;

    FeedSource(long number) {
        this.number = number;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<RawRecord, FeedSplit> createReader(SourceReaderContext context) {
        return new Reader(LocalEnds.feed(number));
    }

    @Override
    public SplitEnumerator<FeedSplit, FeedSplit> createEnumerator(SplitEnumeratorContext<FeedSplit> context) {
        return new NoEnumerator();
    }

    @Override
    public SplitEnumerator<FeedSplit, FeedSplit> restoreEnumerator(
            SplitEnumeratorContext<FeedSplit> context, FeedSplit checkpoint) {
        return new NoEnumerator();
    }

    @Override
    public SimpleVersionedSerializer<FeedSplit> getSplitSerializer() {
        return new FeedSplit.Serializer();
    }

    @Override
    public SimpleVersionedSerializer<FeedSplit> getEnumeratorCheckpointSerializer() {
        return new FeedSplit.Serializer();
    }

    private record Reader(Iterator<RawRecord> feed) implements SourceReader<RawRecord, FeedSplit> {
        @Override
        public void start() {
            // The feed is there from the beginning.
        }

        @Override
        public InputStatus pollNext(ReaderOutput<RawRecord> output) {
            if (!feed.hasNext()) {
                return InputStatus.END_OF_INPUT;
            }
            output.collect(feed.next());
            return InputStatus.MORE_AVAILABLE;
        }

        @Override
        public List<FeedSplit> snapshotState(long checkpointId) {
            return List.of();
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void addSplits(List<FeedSplit> splits) {
            // There are none.
        }

        @Override
        public void notifyNoMoreSplits() {
            // There are none.
        }

        @Override
        public void close() {
            // Whoever opened the feed closes it.
        }
    }

    private static final class NoEnumerator implements SplitEnumerator<FeedSplit, FeedSplit> {
        @Override
        public void start() {
            // Nothing to hand out.
        }

        @Override
        public void handleSplitRequest(int subtask, @Nullable String host) {
            // Nothing to hand out.
        }

        @Override
        public void addSplitsBack(List<FeedSplit> splits, int subtask) {
            // Nothing was handed out.
        }

        @Override
        public void addReader(int subtask) {
            // It reads by itself.
        }

        @Override
        public FeedSplit snapshotState(long checkpointId) {
            return new FeedSplit();
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
