package io.muster.stream.replay;

import io.muster.contract.topic.TopicKind;
import io.muster.stream.input.RawRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An input as a feed in the order of its arrival, with its {@link FileTicks}. */
final class InputFeed implements Iterator<RawRecord> {
    private static final long TELL_EACH = 1 << 12;

    private final LineReader reader;
    private final List<RawRecord> opening;
    private final Set<TopicKind> replaced;
    private final long settleMillis;
    private final FileTicks ticks;
    private final Consumer<ReplayProgress> progress;

    private final Deque<RawRecord> ready = new ArrayDeque<>();
    private final List<RawRecord> withoutArrival = new ArrayList<>();
    private long lines;
    private long arrival = Long.MIN_VALUE;
    private boolean ended;

    /**
     * @param opening what is in force from the beginning, whatever the input says; its times are replaced
     * @param replaced kinds of records of the input that the opening stands for
     */
    InputFeed(
            LineReader reader,
            List<RawRecord> opening,
            Set<TopicKind> replaced,
            String site,
            long settleMillis,
            Consumer<ReplayProgress> progress) {
        this.reader = reader;
        this.opening = opening;
        this.replaced = replaced;
        this.settleMillis = settleMillis;
        this.ticks = new FileTicks(site, settleMillis);
        this.progress = progress;
    }

    long lines() {
        return lines;
    }

    @Override
    public boolean hasNext() {
        try {
            while (ready.isEmpty() && !ended) {
                read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReplayFaults e) {
            throw new StoppedByFault(e);
        }
        return !ready.isEmpty();
    }

    @Override
    public RawRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void read() throws IOException, ReplayFaults {
        @Nullable InputLine line = reader.next();
        if (line == null) {
            end();
            return;
        }
        lines++;
        if (lines % TELL_EACH == 0) {
            progress.accept(new ReplayProgress(lines, arrival));
        }
        RawRecord record = line.record();
        if (record == null || replaced.contains(record.kind())) {
            return;
        }
        if (!line.hasArrival()) {
            if (arrival == Long.MIN_VALUE) {
                withoutArrival.add(record);
            } else {
                ready.add(at(record, arrival));
            }
            return;
        }
        if (arrival == Long.MIN_VALUE) {
            begin(record.timestampMillis());
        }
        arrival = Math.max(arrival, record.timestampMillis());
        RawRecord tick = ticks.before(arrival);
        if (tick != null) {
            ready.add(tick);
        }
        ready.add(record);
    }

    /** What is in force from the beginning stands before the first fix, also by the time that a fix may be moved back. */
    private void begin(long first) {
        long before = first - settleMillis - 1;
        opening.forEach(each -> ready.add(at(each, before)));
        arrival = first;
        withoutArrival.forEach(each -> ready.add(at(each, first)));
        withoutArrival.clear();
    }

    private void end() throws IOException {
        if (arrival == Long.MIN_VALUE) {
            begin(0);
        }
        ready.add(ticks.last(arrival));
        ended = true;
        progress.accept(new ReplayProgress(lines, arrival));
        reader.close();
    }

    private static RawRecord at(RawRecord record, long millis) {
        return new RawRecord(
                record.site(),
                record.topic(),
                record.kind(),
                record.vendor(),
                record.partition(),
                record.offset(),
                millis,
                record.key(),
                record.value(),
                record.control());
    }

    /** Carries a fault through Flink. */
    static final class StoppedByFault extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient ReplayFaults faults;

        StoppedByFault(ReplayFaults faults) {
            super(faults.getMessage());
            this.faults = faults;
        }

        ReplayFaults faults() {
            return faults;
        }
    }
}
