package io.muster.console.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** What is promised is judged by the figures alone. */
class ConsoleMeasureTest {
    @Test
    void badUsageIsOneLineAndCode2() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(2, ConsoleMeasure.run(to, "--people=5"));
        assertEquals(2, ConsoleMeasure.run(to, "--kafka=127.0.0.1:1", "--people=0"));
        assertEquals(2, ConsoleMeasure.run(to, "--kafka=127.0.0.1:1", "--for=soon"));
    }

    @Test
    void whatIsSlowOrWasNeverAskedKeepsNoPromise() {
        Histogram quick = new Histogram(3);
        quick.recordValue(200_000);
        assertTrue(new Measured(Promise.INTERACTIVE, Measured.Times.of(quick), List.of()).pass());
        quick.recordValue(1_100_000);
        Measured slow = new Measured(Promise.INTERACTIVE, Measured.Times.of(quick), List.of());
        assertFalse(slow.pass());
        assertFalse(slow.passRow());
        Histogram track = new Histogram(3);
        track.recordValue(2_000_000);
        Measured slowTrack = new Measured(Promise.TRACK, Measured.Times.of(track), List.of());
        assertFalse(slowTrack.pass());
        assertTrue(slowTrack.passRow());
        assertFalse(new Measured(Promise.STATISTICS, Measured.Times.of(new Histogram(3)), List.of()).pass());
    }
}
