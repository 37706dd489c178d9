package io.muster.rules.window;

import java.io.Serializable;

/**
 * @param cycleMillis length of a window, ms > 0; at most 30 s for PD-3
 */
public record WindowOptions(long cycleMillis) implements Serializable {
    public WindowOptions {
        if (cycleMillis <= 0) {
            throw new IllegalArgumentException("compute cycle must be > 0 ms, was " + cycleMillis);
        }
    }
}
