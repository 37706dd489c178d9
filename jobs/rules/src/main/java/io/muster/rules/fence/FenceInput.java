package io.muster.rules.fence;

import io.muster.rules.Ordered;
import io.muster.rules.place.Placed;
import org.jspecify.annotations.Nullable;

/** What the fences of a person hear, in one order; exactly one of the two is there. */
public record FenceInput(@Nullable Placed placed, @Nullable NoticeAt notice) implements Ordered {

    public static FenceInput of(Placed placed) {
        return new FenceInput(placed, null);
    }

    public static FenceInput of(NoticeAt notice) {
        return new FenceInput(null, notice);
    }

    private Ordered the() {
        if (placed != null) {
            return placed;
        }
        if (notice != null) {
            return notice;
        }
        throw new IllegalStateException("neither a position nor a notice");
    }

    public String site() {
        return placed != null
                ? placed.position().site()
                : ((NoticeAt) the()).notice().site();
    }

    public String trackableId() {
        return placed != null
                ? placed.position().trackableId()
                : ((NoticeAt) the()).notice().trackableId();
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
    public int partition() {
        return the().partition();
    }

    @Override
    public long offset() {
        return the().offset();
    }
}
