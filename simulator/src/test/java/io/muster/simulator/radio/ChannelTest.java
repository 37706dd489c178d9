package io.muster.simulator.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.chance.Draw;
import org.junit.jupiter.api.Test;

/** A million messages of one tag on their way. Seed 7. */
class ChannelTest {
    private static final int COUNT = 1_000_000;
    private final ChannelOptions options = new ChannelOptions(40, 240, 0.02, 0.005, 0.004, 2_000);
    private final Channel channel = new Channel(options, Draw.of(7, "channel", 0));

    @Test
    void itsShareIsLost() {
        int lost = 0;
        for (int i = 0; i < COUNT; i++) {
            lost += channel.loses() ? 1 : 0;
        }
        assertEquals(0.02, lost / (double) COUNT, 0.0005, "seed 7");
    }

    @Test
    void itsShareComesTwiceWithinATenthOfASecond() {
        int twice = 0;
        for (int i = 0; i < COUNT; i++) {
            long after = channel.duplicateAfterMillis();
            assertTrue(after >= 0 && after <= 100, "seed 7: " + after);
            twice += after > 0 ? 1 : 0;
        }
        assertEquals(0.005, twice / (double) COUNT, 0.0003, "seed 7");
    }

    @Test
    void delayIsEvenBetweenItsBoundsAndItsShareIsHeldUp() {
        long least = Long.MAX_VALUE;
        long most = 0;
        double sum = 0;
        int ordinary = 0;
        long mostHeld = 0;
        for (int i = 0; i < COUNT; i++) {
            long delay = channel.delayMillis();
            if (delay <= 240) {
                least = Math.min(least, delay);
                most = Math.max(most, delay);
                sum += delay;
                ordinary++;
            } else {
                assertTrue(delay >= 40 + 300, "held up by 300 ms at least, seed 7: " + delay);
                mostHeld = Math.max(mostHeld, delay);
            }
        }
        assertEquals(40, least, "seed 7");
        assertEquals(240, most, "seed 7");
        assertEquals(140, sum / ordinary, 0.3, "seed 7");
        assertEquals(0.004, 1 - ordinary / (double) COUNT, 0.0003, "seed 7");
        assertTrue(mostHeld > 2_000 && mostHeld <= 240 + 2_000, "seed 7: " + mostHeld);
        assertTrue(options.longestMillis() >= mostHeld + 100);
    }

    @Test
    void aPerfectOneDoesNothing() {
        Channel perfect = new Channel(ChannelOptions.perfect(30), Draw.of(7, "channel", 0));
        for (int i = 0; i < 1_000; i++) {
            assertTrue(!perfect.loses());
            assertEquals(30, perfect.delayMillis());
            assertEquals(0, perfect.duplicateAfterMillis());
        }
    }
}
