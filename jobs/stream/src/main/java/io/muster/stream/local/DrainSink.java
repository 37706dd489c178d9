package io.muster.stream.local;

import io.muster.contract.topic.Headers;
import io.muster.stream.output.OutputRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Hands records to a drain of this process in the order (time, topic, site, key, seq), whatever the parallelism before it: a record waits until time has
 * passed it. Its parallelism must be 1.
 */
public final class DrainSink implements Sink<OutputRecord> {
    private static final long serialVersionUID = 1;

    /** Of records of one moment. */
    private static final Comparator<OutputRecord> ORDER = Comparator.comparing(OutputRecord::topic)
            .thenComparing(OutputRecord::site)
            .thenComparing(record -> record.key() == null ? "" : record.key())
            .thenComparingLong(OutputRecord::seq)
            .thenComparing(OutputRecord::value, Comparator.nullsFirst(Arrays::compare))
            // The same bytes may be rejected at one instant and offset in several partitions.
            .thenComparing(record -> record.headers().getOrDefault(Headers.TOPIC, ""))
            .thenComparing(record -> record.headers().getOrDefault(Headers.PARTITION, ""));

    private final long number;

    DrainSink(long number) {
        this.number = number;
    }

    @Override
    public SinkWriter<OutputRecord> createWriter(WriterInitContext context) {
        return new Writer(LocalEnds.drain(number));
    }

    private static final class Writer implements SinkWriter<OutputRecord> {
        private final LocalEnds.Drain drain;
        /** By time; most moments have one record, so that little is left to be sorted. */
        private final NavigableMap<Long, List<OutputRecord>> waiting = new TreeMap<>();

        Writer(LocalEnds.Drain drain) {
            this.drain = drain;
        }

        @Override
        public void write(OutputRecord record, Context context) {
            waiting.computeIfAbsent(record.timeMillis(), time -> new ArrayList<>(2))
                    .add(record);
        }

        @Override
        public void writeWatermark(Watermark watermark) throws IOException {
            handOn(watermark.getTimestamp());
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            if (endOfInput) {
                handOn(Long.MAX_VALUE);
            }
        }

        @Override
        public void close() {
            // Whoever opened the drain closes it.
        }

        private void handOn(long upToMillis) throws IOException {
            try {
                while (!waiting.isEmpty() && waiting.firstKey() <= upToMillis) {
                    List<OutputRecord> moment = waiting.pollFirstEntry().getValue();
                    moment.sort(ORDER);
                    for (OutputRecord each : moment) {
                        drain.accept(each);
                    }
                }
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
