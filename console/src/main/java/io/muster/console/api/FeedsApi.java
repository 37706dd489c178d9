package io.muster.console.api;

import io.muster.console.live.Live;
import io.muster.console.live.LiveSite;
import io.muster.console.live.LiveTag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether vendors still tell. From memory. */
@RestController
@RequestMapping("/api/v1/sites/{site}/live/feeds")
public class FeedsApi {
    private final Live live;

    FeedsApi(Live live) {
        this.live = live;
    }

    /**
     * @param tags that said that they are this vendor's
     * @param newestFixAt when the newest position that rests on one of its tags was heard; null = none yet
     * @param newestStatusAt when one of its tags said something of itself last
     */
    public record Feed(String vendor, int tags, @Nullable Instant newestFixAt, Instant newestStatusAt) {}

    /** Of each vendor whose tags said whose they are. */
    @GetMapping
    List<Feed> feeds(Authentication who, @PathVariable String site) {
        LiveSite own = Scope.of(who, live, site).site();
        Map<String, Feed> feeds = new TreeMap<>();
        for (LiveTag tag : own.tags()) {
            feeds.merge(
                    tag.vendor(),
                    new Feed(tag.vendor(), 1, own.newestFix(tag.vendor()), tag.heardAt()),
                    (a, b) -> new Feed(
                            a.vendor(),
                            a.tags() + b.tags(),
                            a.newestFixAt(),
                            a.newestStatusAt().isAfter(b.newestStatusAt()) ? a.newestStatusAt() : b.newestStatusAt()));
        }
        return List.copyOf(feeds.values());
    }
}
