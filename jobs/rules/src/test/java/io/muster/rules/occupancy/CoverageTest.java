package io.muster.rules.occupancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** How a zone is heard. */
class CoverageTest {
    @Test
    void oneInTwentyMayBeSilent() {
        assertEquals("ok", Coverage.of(1, 0));
        assertEquals("ok", Coverage.of(19, 1));
        assertEquals("degraded", Coverage.of(18, 1));
        assertEquals("degraded", Coverage.of(1, 99));
        assertEquals("blind", Coverage.of(0, 1));
        assertNull(Coverage.of(0, 0), "an empty zone tells nothing");
    }
}
