package io.muster.simulator.radio;

import io.muster.simulator.chance.Draw;

/** The way of one tag's messages to the broker: lost, delayed, held up behind others, or delivered twice. */
final class Channel {
    private static final long LEAST_HOLD_UP_MILLIS = 300;
    private final RadioOptions options;
    private final Draw draw;

    Channel(RadioOptions options, Draw draw) {
        this.options = options;
        this.draw = draw;
    }

    boolean loses() {
        return draw.happens(options.lossShare());
    }

    /** Time from the fix to the broker. */
    long delayMillis() {
        long delay = draw.between(options.minDelayMillis(), options.maxDelayMillis());
        return draw.happens(options.disorderShare())
                ? delay + draw.between(LEAST_HOLD_UP_MILLIS, options.disorderMillis())
                : delay;
    }

    /** How long after the first the second copy comes; 0 = there is none. */
    long duplicateAfterMillis() {
        return draw.happens(options.duplicateShare()) ? draw.between(1L, 100L) : 0;
    }
}
