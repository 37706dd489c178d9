package io.muster.launcher.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);
    private long now = 5_000;

    @Test
    void elsewhereThanOnATerminalIsALineASecond() {
        try (Progress progress = new Progress("replay", err, false, () -> now)) {
            for (int i = 1; i <= 25; i++) {
                now += 100;
                progress.update(i, 50, "lines");
            }
        }
        assertEquals("replay  20% lines (1.00 s)\nreplay  40% lines (2.00 s)\n", said());
    }

    @Test
    void shortWorkSaysNothing() {
        try (Progress progress = new Progress("replay", err, false, () -> now)) {
            now += 900;
            progress.update(1, 2, "");
        }
        assertEquals("", said());
    }

    @Test
    void onATerminalTheBarIsRedrawnAndWipedInTheEnd() {
        try (Progress progress = new Progress("replay", err, true, () -> now)) {
            now += 100;
            progress.update(1, 2, "");
            now += 50;
            progress.update(2, 2, "");
        }
        String bar = "replay [###############...............]  50% (100 ms)";
        assertEquals(
                "\r" + bar + "\r" + " ".repeat(bar.length()) + "\r",
                said(),
                "the second update came too soon to be drawn");
    }

    @Test
    void withoutAKnownEndItCounts() {
        try (Progress progress = new Progress("simulate", err, false, () -> now)) {
            now += 1_000;
            progress.update(12_345, 0, "messages");
        }
        assertEquals("simulate 12,345 messages (1.00 s)\n", said());
    }

    @Test
    void moreThanAllIsAll() {
        try (Progress progress = new Progress("replay", err, false, () -> now)) {
            now += 1_000;
            progress.update(7, 5, "");
        }
        assertEquals("replay 100% (1.00 s)\n", said());
    }

    private String said() {
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
