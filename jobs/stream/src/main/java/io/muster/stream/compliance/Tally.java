package io.muster.stream.compliance;

import io.muster.rules.identify.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen at one moment, or over several.
 *
 * @param gaps between fixes of one tag
 * @param windowEndMillis the newest end of a window; null = none ended
 * @param windowNewestMillis event time of the newest fix in those windows; null = nobody was heard
 * @param somebodyInWindows whether anybody was in one of those windows
 * @param zones the counts, in their order
 */
public record Tally(
        List<Gap> gaps,
        long late,
        long rejected,
        long clockFaults,
        long unknownTags,
        @Nullable Long windowEndMillis,
        @Nullable Long windowNewestMillis,
        boolean somebodyInWindows,
        List<ZoneHeard> zones) {
    static final Tally EMPTY = new Tally(List.of(), 0, 0, 0, 0, null, null, false, List.of());

    public Tally {
        gaps = gaps == null ? List.of() : gaps;
        zones = zones == null ? List.of() : zones;
    }

    /** This and one more measure of the same moment. */
    Tally with(Measure measure) {
        Gap gap = measure.gap();
        ZoneHeard zone = measure.zone();
        boolean window = measure.kind() == Measure.Kind.WINDOW;
        return sum(List.of(
                this,
                new Tally(
                        gap == null ? List.of() : List.of(gap),
                        measure.marks().contains(Mark.LATE) ? 1 : 0,
                        measure.kind() == Measure.Kind.REJECT ? 1 : 0,
                        measure.marks().contains(Mark.CLOCK_FAULT) ? 1 : 0,
                        measure.marks().contains(Mark.UNKNOWN_TAG) ? 1 : 0,
                        window ? measure.timeMillis() : null,
                        window ? measure.newestFixMillis() : null,
                        window && measure.somebody(),
                        zone == null ? List.of() : List.of(zone))));
    }

    /** @param tallies in the order of their moments */
    static Tally sum(Collection<Tally> tallies) {
        List<Gap> gaps = new ArrayList<>();
        List<ZoneHeard> zones = new ArrayList<>();
        long late = 0;
        long rejected = 0;
        long clockFaults = 0;
        long unknownTags = 0;
        Long windowEnd = null;
        Long windowNewest = null;
        boolean somebody = false;
        for (Tally each : tallies) {
            gaps.addAll(each.gaps);
            zones.addAll(each.zones);
            late += each.late;
            rejected += each.rejected;
            clockFaults += each.clockFaults;
            unknownTags += each.unknownTags;
            windowEnd = later(windowEnd, each.windowEndMillis);
            windowNewest = later(windowNewest, each.windowNewestMillis);
            somebody |= each.somebodyInWindows;
        }
        return new Tally(gaps, late, rejected, clockFaults, unknownTags, windowEnd, windowNewest, somebody, zones);
    }

    TimeSpread gapSpread() {
        return TimeSpread.of(gaps.stream().map(Gap::millis).toList());
    }

    /** The tags that were silent longest, each once, longest first; those of equal gaps by id. */
    List<Gap> slowest(int most) {
        List<Gap> slowest = new ArrayList<>();
        gaps.stream()
                .sorted(Comparator.comparingLong(Gap::millis).reversed().thenComparing(Gap::providerId))
                .forEach(each -> {
                    if (slowest.size() < most
                            && slowest.stream().noneMatch(s -> s.providerId().equals(each.providerId()))) {
                        slowest.add(each);
                    }
                });
        return slowest;
    }

    private static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }
}
