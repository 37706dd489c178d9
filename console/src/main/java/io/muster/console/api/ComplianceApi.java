package io.muster.console.api;

import io.muster.console.history.Measured;
import io.muster.console.live.Live;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How sampling gap, delay and cycle went over a time. Times as in {@link HistoryApi}. */
@RestController
@RequestMapping("/api/v1/sites/{site}/history/compliance")
public class ComplianceApi {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_SLOTS = 2_000;
    private static final int USUAL_SLOTS = 300;
    private static final int LONGEST_STEP_SECONDS = 86_400;

    private final Live live;
    private final Measured measured;

    ComplianceApi(Live live, Measured measured) {
        this.live = live;
        this.measured = measured;
    }

    /** @param slots oldest first; those in which nothing was measured are not there */
    public record Series(Instant from, Instant to, int stepSeconds, Measured.Whole whole, List<Measured.Slot> slots) {}

    /** The worst of each {@code step} seconds, a week at most; without a step about {@value USUAL_SLOTS} slots. */
    @GetMapping("/series")
    Series series(
            Authentication who,
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer step) {
        Scope.of(who, live, site);
        Given.Span span = Given.span(from, to, HOUR, WEEK);
        long seconds = Duration.between(span.from(), span.to()).toSeconds();
        int wide = step == null ? (int) Math.max(1, seconds / USUAL_SLOTS) : step;
        if (wide < 1 || wide > LONGEST_STEP_SECONDS || seconds / wide > MOST_SLOTS) {
            throw new BadRequest("step must be from 1 to " + LONGEST_STEP_SECONDS + " s and give " + MOST_SLOTS
                    + " slots at most, was " + wide);
        }
        return new Series(
                span.from(),
                span.to(),
                wide,
                measured.whole(site, span.from(), span.to()),
                measured.slots(site, span.from(), span.to(), wide));
    }
}
