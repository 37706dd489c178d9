package io.muster.stream.replay;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Bare lines and tables say when something was sent by the sender's own clock, and one clock of 2099 would carry the time of all others with it.
 * So a line that lies more than an hour from the lines before it and from most of those that follow says nothing about arrival: it takes the
 * arrival of the line before it, and its own time is judged as live. Pauses stay pauses, however long. Envelopes are believed: a broker wrote them.
 */
final class PlausibleArrivals implements LineReader {
    private static final long FAR_MILLIS = 3_600_000;
    private static final int AHEAD = 32;

    private final LineReader lines;
    private final Deque<InputLine> ahead = new ArrayDeque<>();
    private long last = Long.MIN_VALUE;
    private boolean ended;

    PlausibleArrivals(LineReader lines) {
        this.lines = lines;
    }

    @Override
    public @Nullable InputLine next() throws IOException, ReplayFaults {
        while (!ended && ahead.size() < AHEAD) {
            InputLine line = lines.next();
            if (line == null) {
                ended = true;
            } else {
                ahead.add(line);
            }
        }
        InputLine line = ahead.peek();
        if (line == null) {
            return null;
        }
        boolean strange = line.ownClock() && !near(millis(line), last) && !near(millis(line), median());
        ahead.remove();
        if (strange) {
            return line.withoutArrival();
        }
        if (line.hasArrival()) {
            last = millis(line);
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private long median() {
        long[] times = ahead.stream()
                .filter(InputLine::hasArrival)
                .mapToLong(PlausibleArrivals::millis)
                .sorted()
                .toArray();
        return times[times.length / 2];
    }

    private static boolean near(long millis, long other) {
        return other != Long.MIN_VALUE && Math.abs(millis - other) <= FAR_MILLIS;
    }

    private static long millis(InputLine line) {
        return line.record() == null ? 0 : line.record().timestampMillis();
    }
}
