package io.muster.simulator.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShareTest {
    /** 81 of 263: the worked example of Newcombe (1998), Statistics in Medicine 17, table I, score method without correction. */
    @Test
    void boundsAreThoseOfWilson() {
        Share share = new Share(81, 263);
        assertEquals(0.2553, share.lower(), 0.00005);
        assertEquals(0.3662, share.upper(), 0.00005);
    }

    /** The other three examples of the same table. */
    @Test
    void smallCountsProveLittle() {
        assertEquals(0.0624, new Share(15, 148).lower(), 0.00005);
        assertEquals(0.1605, new Share(15, 148).upper(), 0.00005);
        assertEquals(0.1611, new Share(0, 20).upper(), 0.00005);
        assertEquals(0.0061, new Share(1, 29).lower(), 0.00005);
        assertEquals(0.1718, new Share(1, 29).upper(), 0.00005);
    }

    @Test
    void nothingLookedAtIsNothingKnown() {
        Share none = new Share(0, 0);
        assertTrue(Double.isNaN(none.value()));
        assertEquals(0, none.lower());
        assertEquals(1, none.upper());
        assertEquals("none", none.text());
    }

    @Test
    void nearlyAllIsNotShownAsAll() {
        assertEquals("99.9 %", Share.percent(0.99999));
        assertEquals("100 %", Share.percent(1));
        assertEquals("0.1 %", Share.percent(0.00001));
        assertEquals("5 of 5", new Share(5, 5).text().replaceAll(".*\\((.*);.*", "$1"));
    }

    @Test
    void aShareOfMoreThanAllIsAFault() {
        assertThrows(IllegalArgumentException.class, () -> new Share(3, 2));
        assertThrows(IllegalArgumentException.class, () -> new Share(-1, 2));
    }

    @Property
    void theValueLiesBetweenItsBounds(
            @ForAll @IntRange(max = 2_000) int hits, @ForAll @IntRange(max = 2_000) int more) {
        Share share = new Share(hits, (long) hits + more);
        if (share.of() > 0) {
            assertTrue(0 <= share.lower() && share.lower() <= share.value());
            assertTrue(share.value() <= share.upper() && share.upper() <= 1);
        }
    }
}
