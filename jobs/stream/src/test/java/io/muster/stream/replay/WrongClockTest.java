package io.muster.stream.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.muster.stream.input.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bare lines carry the sender's clock only: one that runs wrong must not carry the time of all others with it. */
class WrongClockTest {
    private static final Instant MORNING = Instant.parse("2026-07-01T08:00:00Z");

    @Test
    void oneLineOf2099TakesTheArrivalOfTheLineBeforeIt() throws Exception {
        assertEquals(
                List.of("08:00:00", "08:00:01", "-", "08:00:03", "08:00:04"),
                arrivals(second(0), second(1), Instant.parse("2099-01-01T00:00:00Z"), second(3), second(4)));
    }

    @Test
    void aFirstLineOf1970DoesNotBeginTheRecordingThere() throws Exception {
        assertEquals(List.of("-", "08:00:01", "08:00:02"), arrivals(Instant.EPOCH, second(1), second(2)));
    }

    @Test
    void severalWrongClocksInARowAreStillTheFew() throws Exception {
        List<Instant> times = new ArrayList<>(List.of(second(0)));
        for (int i = 0; i < 5; i++) {
            times.add(Instant.parse("2099-01-01T00:00:00Z").plusSeconds(i));
        }
        for (int i = 1; i <= 20; i++) {
            times.add(second(i));
        }
        List<String> arrivals = arrivals(times.toArray(Instant[]::new));
        assertEquals(List.of("08:00:00", "-", "-", "-", "-", "-", "08:00:01"), arrivals.subList(0, 7));
        assertEquals("08:00:20", arrivals.get(25));
    }

    @Test
    void aPauseStaysAPauseHoweverLong() throws Exception {
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            times.add(second(i));
        }
        for (int i = 0; i < 40; i++) {
            times.add(second(20 * 3600 + i));
        }
        List<String> arrivals = arrivals(times.toArray(Instant[]::new));
        assertEquals("08:00:39", arrivals.get(39));
        assertEquals("04:00:00", arrivals.get(40));
        assertEquals("04:00:39", arrivals.get(79));
    }

    /** Time of day of what each line says of its arrival; {@code -} = nothing that is believed. */
    private static List<String> arrivals(Instant... times) throws Exception {
        PlausibleArrivals lines = new PlausibleArrivals(new Lines(List.of(times).iterator()));
        List<String> told = new ArrayList<>();
        for (InputLine line = lines.next(); line != null; line = lines.next()) {
            RawRecord record = line.record();
            told.add(
                    line.hasArrival() && record != null
                            ? Instant.ofEpochMilli(record.timestampMillis())
                                    .toString()
                                    .substring(11, 19)
                            : "-");
        }
        assertNull(lines.next());
        return told;
    }

    private static Instant second(int second) {
        return MORNING.plusSeconds(second);
    }

    private static final class Lines implements LineReader {
        private final Iterator<Instant> times;
        private long number;

        Lines(Iterator<Instant> times) {
            this.times = times;
        }

        @Override
        public @Nullable InputLine next() {
            if (!times.hasNext()) {
                return null;
            }
            number++;
            byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
            RawRecord record =
                    JsonLines.bareRecord("plant", number, times.next().toEpochMilli(), nothing, nothing);
            return new InputLine(number, record, true, true);
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
