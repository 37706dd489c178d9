package io.muster.rules.window;

import io.muster.rules.Ordered;
import io.muster.rules.occupancy.ZoneCount;
import io.muster.rules.sample.Sample;
import org.jspecify.annotations.Nullable;

/** A count of a zone, or a sample taken in it: exactly one of the two is there. */
public record WindowInput(
        String site,
        String fenceId,
        @Nullable ZoneCount count,
        @Nullable Sample sample) implements Ordered {

    public static WindowInput of(ZoneCount count) {
        return new WindowInput(count.site(), count.fenceId(), count, null);
    }

    public static WindowInput of(String fenceId, Sample sample) {
        return new WindowInput(sample.site(), fenceId, null, sample);
    }

    private Ordered the() {
        if (count != null) {
            return count;
        }
        if (sample != null) {
            return sample;
        }
        throw new IllegalStateException("neither a count nor a sample");
    }

    @Override
    public long timeMillis() {
        return the().timeMillis();
    }

    @Override
    public long eventMillis() {
        return the().eventMillis();
    }

    @Override
    public String origin() {
        return the().origin();
    }

    @Override
    public long offset() {
        return the().offset();
    }
}
