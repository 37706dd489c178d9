package io.muster.simulator.radio;

import io.muster.simulator.chance.Draw;

/** The way of one tag's messages to the broker: lost, delayed, held up behind others, or delivered twice. */
final class Channel {
    private final ChannelOptions options;
    private final Draw draw;

    Channel(ChannelOptions options, Draw draw) {
        this.options = options;
        this.draw = draw;
    }

    boolean loses() {
        return draw.happens(options.loss());
    }

    /** Time from the fix to the broker. */
    long delayMillis() {
        long delay = draw.between(options.minDelayMillis(), options.maxDelayMillis());
        return draw.happens(options.disorder())
                ? delay + draw.between(ChannelOptions.LEAST_HOLD_UP_MILLIS, options.disorderMillis())
                : delay;
    }

    /** How long after the first the second copy comes; 0 = there is none. */
    long duplicateAfterMillis() {
        return draw.happens(options.duplicates()) ? draw.between(1L, ChannelOptions.LONGEST_REPEAT_MILLIS) : 0;
    }
}
