package io.muster.launcher.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void alignsTextAtTheLeftAndNumbersAtTheRight() {
        Table table = Table.of("zone", ">people").row("tank farm", 5).row("gate", 1_200);
        assertEquals("""
                zone       people
                ---------  ------
                tank farm       5
                gate         1200
                """, table.toString());
    }

    @Test
    void countsAChineseCharacterAsTwoColumns() {
        List<String> lines = Table.of("name", ">n")
                .row("罐区", 1)
                .row("pump", 2)
                .row("罐区 A", 3)
                .lines();
        assertEquals(List.of("name    n", "------  -", "罐区    1", "pump    2", "罐区 A  3"), lines);
        assertEquals(List.of(9), lines.stream().map(Columns::of).distinct().collect(Collectors.toList()));
    }

    @Test
    void aColourTakesNoColumn() {
        String red = Colour.RED.start() + "red" + Colour.END;
        assertEquals(3, Columns.of(red));
        assertEquals(red + "  ", Columns.padRight(red, 5));
    }

    @Test
    void anAccentOnALetterTakesNoColumnOfItsOwn() {
        assertEquals(1, Columns.of("e\u0301"));
        assertEquals(2, Columns.of("，"), "full-width comma");
    }

    @Test
    void aShortRowIsFilledAndALongOneRefused() {
        assertEquals(List.of("a  b", "-  -", "1"), Table.of("a", "b").row(1).lines());
        assertThrows(IllegalArgumentException.class, () -> Table.of("a").row(1, 2));
    }
}
