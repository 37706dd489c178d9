package io.muster.launcher.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void durationsAreSaidInTheUnitThatFits() {
        assertEquals("850 ms", Words.duration(850));
        assertEquals("2.41 s", Words.duration(2_410));
        assertEquals("1 min 05 s", Words.duration(65_000));
        assertEquals("2 h 03 min", Words.duration(7_380_000));
        assertEquals("-120 ms", Words.duration(-120), "a clock that goes ahead shows");
    }

    @Test
    void onePersonIsNotOnePeople() {
        assertEquals("1 person", Words.counted(1, "person", "people"));
        assertEquals("1,200 people", Words.counted(1_200, "person", "people"));
    }
}
