package io.muster.console.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.muster.console.history.HeadCounts;
import io.muster.console.history.Position;
import io.muster.console.history.Positions;
import io.muster.console.live.Live;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where people were, to be drawn and played again, however long ago: what the database keeps no longer comes out of the files of positions. Times as in
 * {@link HistoryApi}. Where a day's file cannot be read the answer is {@code incomplete} and names the day.
 */
@RestController
@RequestMapping("/api/v1/sites/{site}/history")
public class PlaybackApi {
    /** A track or a playback is looked at by the shift. */
    private static final Duration LONGEST_TRACK = Duration.ofDays(31);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_ROWS = 50_000;
    private static final int MOST_PLAYED = 500_000;
    private static final int LONGEST_STEP_SECONDS = 600;
    private static final int MOST_FRAMES = 3_600;

    private final Live live;
    private final Positions positions;
    private final HeadCounts headCounts;

    PlaybackApi(Live live, Positions positions, HeadCounts headCounts) {
        this.live = live;
        this.positions = positions;
        this.headCounts = headCounts;
    }

    public record Point(
            Instant at,
            double x,
            double y,
            @Nullable Double floor,
            @Nullable Double accuracy) {}

    /**
     * @param truncated whether there are more points than these
     * @param incomplete whether a day is missing whose file cannot be read
     */
    public record Track(
            String id,
            @Nullable String name,
            boolean truncated,
            boolean incomplete,
            List<LocalDate> missingDays,
            List<Point> points) {}

    public record Seen(
            String id,
            @Nullable String name,
            Instant at,
            double x,
            double y,
            @Nullable Double floor) {}

    public record Area(boolean truncated, boolean incomplete, List<LocalDate> missingDays, List<Seen> seen) {}

    /** @param people each as {@code [id, x, y, floor]}; metres, floor null where it is not known */
    public record Frame(Instant at, List<List<@Nullable Object>> people) {}

    /** @param names by id, of whom the caller may see the name */
    public record Playback(
            Instant from,
            Instant to,
            int stepSeconds,
            boolean incomplete,
            List<LocalDate> missingDays,
            Map<String, String> names,
            List<Frame> frames) {}

    /** @param document as in the topic {@code zone-occupancy} */
    public record ZoneCount(
            String fenceId,
            Instant asOf,
            int confirmed,
            int possible,
            int stale,

            @Schema(implementation = Object.class) @JsonRawValue
            String document) {}

    /** @param people with a position in the minute before */
    public record Counts(
            Instant at, int people, boolean incomplete, List<LocalDate> missingDays, List<ZoneCount> zones) {}

    /** Where a person was, oldest first; without a span the last 8 h. */
    @GetMapping("/people/{id}/track")
    Track track(
            Authentication who,
            @PathVariable String site,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Scope scope = Scope.of(who, live, site);
        Given.Span span = Given.span(from, to, Duration.ofHours(8), LONGEST_TRACK);
        Positions.Answer answer = positions.track(site, id, span.from(), span.to(), MOST_ROWS);
        return new Track(
                id,
                scope.name(id),
                answer.truncated(),
                !answer.missing().isEmpty(),
                answer.missing(),
                answer.positions().stream()
                        .map(each ->
                                new Point(each.at(), each.x(), each.y(), number(each.floor()), number(each.accuracy())))
                        .toList());
    }

    /** Who was in a box of the plan (metres) during a span of an hour at most, oldest first. */
    @GetMapping("/area")
    Area area(
            Authentication who,
            @PathVariable String site,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(name = "min_x") double minX,
            @RequestParam(name = "min_y") double minY,
            @RequestParam(name = "max_x") double maxX,
            @RequestParam(name = "max_y") double maxY) {
        Scope scope = Scope.of(who, live, site);
        Given.Span span = Given.span(from, to, HOUR, HOUR);
        if (!(minX < maxX && minY < maxY)) {
            throw new BadRequest("min_x must be below max_x and min_y below max_y");
        }
        Positions.Answer answer =
                positions.during(site, span.from(), span.to(), new Positions.Box(minX, minY, maxX, maxY), MOST_ROWS);
        return new Area(
                answer.truncated(),
                !answer.missing().isEmpty(),
                answer.missing(),
                answer.positions().stream()
                        .map(each -> new Seen(
                                each.trackableId(),
                                scope.name(each.trackableId()),
                                each.at(),
                                each.x(),
                                each.y(),
                                number(each.floor())))
                        .toList());
    }

    /** Everybody, frame by frame, an hour at most. Whoever has no position for longer than a step and half a minute is not in a frame. */
    @GetMapping("/playback")
    Playback playback(
            Authentication who,
            @PathVariable String site,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "10") int step) {
        Scope scope = Scope.of(who, live, site);
        Given.Span span = Given.span(from, to, HOUR, HOUR);
        if (step < 1 || step > LONGEST_STEP_SECONDS) {
            throw new BadRequest("step must be from 1 to " + LONGEST_STEP_SECONDS + " s, was " + step);
        }
        long frames = span.to().getEpochSecond() - span.from().getEpochSecond();
        if (frames / step > MOST_FRAMES) {
            throw new BadRequest(
                    "from, to and step give " + frames / step + " frames; " + MOST_FRAMES + " is the most");
        }
        Frames played = new Frames(span, step);
        Positions.Answer answer =
                positions.during(site, span.from().minusMillis(played.holdMillis()), span.to(), null, MOST_PLAYED);
        if (answer.truncated()) {
            throw new BadRequest("from and to hold more than " + MOST_PLAYED + " positions: ask for a shorter span");
        }
        List<Frame> made = played.of(answer.positions());
        Set<String> ids = new LinkedHashSet<>();
        answer.positions().forEach(each -> ids.add(each.trackableId()));
        Map<String, String> names = new TreeMap<>();
        for (String id : ids) {
            String name = scope.name(id);
            if (name != null) {
                names.put(id, name);
            }
        }
        return new Playback(span.from(), span.to(), step, !answer.missing().isEmpty(), answer.missing(), names, made);
    }

    /** How many people were counted where at a moment: each zone by its last report before, and how many people there were in all. */
    @GetMapping("/headcounts")
    Counts headcounts(Authentication who, @PathVariable String site, @RequestParam String at) {
        Scope.of(who, live, site);
        Instant moment = Given.timeOrNull("at", Given.text("at", at));
        if (moment == null) {
            throw new BadRequest("at must be given");
        }
        Positions.Answer answer =
                positions.during(site, moment.minusSeconds(60), moment.plusMillis(1), null, MOST_PLAYED);
        Set<String> people = new TreeSet<>();
        answer.positions().forEach(each -> people.add(each.trackableId()));
        List<ZoneCount> zones = new ArrayList<>();
        for (HeadCounts.Zone each : headCounts.at(site, moment)) {
            zones.add(new ZoneCount(
                    each.fenceId(), each.asOf(), each.confirmed(), each.possible(), each.stale(), each.document()));
        }
        return new Counts(moment, people.size(), !answer.missing().isEmpty(), answer.missing(), zones);
    }

    static @Nullable Double number(@Nullable Float value) {
        return value == null ? null : Double.valueOf(value);
    }

    /** Positions to frames. */
    private record Frames(Given.Span span, int step) {
        private static final long HOLD_MILLIS = 30_000;

        long holdMillis() {
            return step * 1000L + HOLD_MILLIS;
        }

        /** @param positions in the order of time */
        List<Frame> of(List<Position> positions) {
            List<Frame> frames = new ArrayList<>();
            Map<String, Position> last = new TreeMap<>();
            int next = 0;
            for (long at = span.from().toEpochMilli(); at < span.to().toEpochMilli(); at += step * 1000L) {
                while (next < positions.size() && positions.get(next).slot() <= at) {
                    Position each = positions.get(next++);
                    last.put(each.trackableId(), each);
                }
                long oldest = at - holdMillis();
                last.values().removeIf(each -> each.slot() < oldest);
                List<List<@Nullable Object>> people = new ArrayList<>(last.size());
                for (Position each : last.values()) {
                    List<@Nullable Object> person = new ArrayList<>(4);
                    person.add(each.trackableId());
                    person.add(rounded(each.x()));
                    person.add(rounded(each.y()));
                    person.add(number(each.floor()));
                    people.add(person);
                }
                frames.add(new Frame(Instant.ofEpochMilli(at), people));
            }
            return frames;
        }

        /** To the centimetre: a frame has a place for everybody. */
        private static double rounded(float metres) {
            return Math.round(metres * 100.0) / 100.0;
        }
    }
}
