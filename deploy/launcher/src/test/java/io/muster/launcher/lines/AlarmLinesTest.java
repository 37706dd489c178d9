package io.muster.launcher.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlarmLinesTest {
    private static final Instant RAISED = Instant.parse("2026-11-23T08:00:05Z");

    private final Names names = new Names();
    private final AlarmLines lines = new AlarmLines(silent(false), names, false);

    @Test
    void aRisingAlarmSaysWhatWhereHowManyAndHowFast() {
        names.place("f-1", "甲醇罐区 Methanol tanks");
        assertEquals(
                Words.clock(RAISED)
                        + "  raised        ORANGE  Over-capacity alarm 超员报警        甲醇罐区 Methanol tanks                   5 people (1 stale), limit 3  after 1.20 s",
                lines.line(alarm(1, "raised_unacknowledged", "orange", 4, 1), 0, RAISED.toEpochMilli() + 1_200));
    }

    @Test
    void changesOfLevelAndTheEndAreSaidAndARepetitionIsNot() {
        assertTrue(said(alarm(1, "raised_unacknowledged", "yellow", 3, 0)).contains("raised"));
        assertNull(lines.line(alarm(1, "raised_unacknowledged", "yellow", 3, 0), 0, 0), "the same seq again");
        assertNull(lines.line(alarm(2, "raised_unacknowledged", "yellow", 4, 0), 0, 0), "only the count");
        assertTrue(said(alarm(3, "raised_unacknowledged", "red", 7, 0)).contains("rises         RED"));
        assertTrue(said(alarm(4, "raised_unacknowledged", "orange", 5, 0)).contains("eases         ORANGE"));
        assertTrue(said(alarm(5, "cleared", "orange", 0, 0)).contains("cleared"));
    }

    @Test
    void whoFollowsEverythingSeesTheCountsToo() {
        AlarmLines all = new AlarmLines(silent(false), names, true);
        all.line(alarm(1, "raised_unacknowledged", "yellow", 3, 0), 0, 0);
        assertNotNull(all.line(alarm(2, "raised_unacknowledged", "yellow", 4, 0), 0, 0));
    }

    @Test
    void aWriterThatTookOverRepeatsWithoutALine() {
        said(alarm(3, "raised_unacknowledged", "yellow", 3, 0));
        assertNull(lines.line(alarm(3, "raised_unacknowledged", "yellow", 3, 0), 17, 0));
        assertNull(
                lines.line(alarm(4, "cleared", "yellow", 0, 0), 0, 0), "the older writer is not listened to any more");
    }

    @Test
    void aLevelIsColouredOnATerminal() {
        AlarmLines coloured = new AlarmLines(silent(true), names, false);
        String line = coloured.line(alarm(1, "raised_unacknowledged", "red", 9, 0), 0, 0);
        assertNotNull(line);
        assertTrue(line.contains("\u001b[1;31mRED   \u001b[0m"), line);
    }

    @Test
    void anAlarmWithoutAnythingKnownStillHasALine() {
        JsonNode bare = tree("{\"alarm_id\":\"a\",\"seq\":1,\"kind\":\"tag_lost_in_hazard\"}");
        String line = lines.line(bare, 0, RAISED.toEpochMilli());
        assertNotNull(line);
        assertTrue(line.contains("tag lost in hazard"), line);
    }

    private String said(JsonNode alarm) {
        String line = lines.line(alarm, 0, RAISED.toEpochMilli());
        assertNotNull(line);
        return line;
    }

    private static JsonNode alarm(int seq, String state, String level, int confirmed, int stale) {
        return tree("""
                {"alarm_id":"a-1","site":"demo","seq":%d,"kind":"over_capacity","name":{"zh":"超员报警","en":"Over-capacity alarm"},
                 "state":"%s","level":"%s","subject":{"type":"fence","id":"f-1"},"fence_ids":["f-1"],
                 "counts":{"confirmed":%d,"possible":0,"stale":%d},"raised_at":"%s","rule":{"limit":3.0,"observed":5.0}}
                """.formatted(seq, state, level, confirmed, stale, RAISED));
    }

    private static JsonNode tree(String json) {
        JsonNode tree = Liner.tree(json.getBytes(StandardCharsets.UTF_8));
        assertNotNull(tree);
        return tree;
    }

    private static Terminal silent(boolean colour) {
        PrintStream nothing = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Terminal(nothing, nothing, colour, colour, colour);
    }
}
