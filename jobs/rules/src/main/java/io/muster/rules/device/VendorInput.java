package io.muster.rules.device;

import io.muster.rules.Ordered;
import io.muster.rules.identify.FeedHeard;
import io.muster.rules.identify.TagNews;
import org.jspecify.annotations.Nullable;

/** That a vendor sends, or news of one of its tags; exactly one is there. */
public record VendorInput(
        @Nullable FeedHeard heard, @Nullable TagNews tag) implements Ordered {

    public static VendorInput of(FeedHeard heard) {
        return new VendorInput(heard, null);
    }

    /** @return null = it says nothing of the vendor */
    public static @Nullable VendorInput of(TagNews tag) {
        return switch (tag.kind()) {
            case HEARD, SILENT, CLOCK_WRONG, CLOCK_RIGHT -> new VendorInput(null, tag);
            case GONE, JUMPED, SETTLED, STATUS -> null;
        };
    }

    public String site() {
        return heard != null ? heard.site() : tag == null ? "" : tag.site();
    }

    public String vendor() {
        return heard != null ? heard.vendor() : tag == null ? "" : tag.vendor();
    }

    private Ordered the() {
        if (heard != null) {
            return heard;
        }
        if (tag != null) {
            return tag;
        }
        throw new IllegalStateException("neither a feed nor a tag");
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
