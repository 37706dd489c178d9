package io.muster.rules.watch;

import io.muster.rules.plan.ZoneConduct;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When people may be in a zone, by the clock on the wall: on the day on which clocks change, 06:00 is when the clock says so. A time that the
 * clock leaves out is as long after the hour before it as on any day.
 */
final class AllowedTimes {
    private static final int DAY_MINUTES = 24 * 60;
    /** Days around a moment that decide it: a span begins on the day before at the earliest, and the next one on the day after. */
    private static final int DAYS = 2;

    /** Moments, until is exclusive. */
    private record Span(long fromMillis, long untilMillis) {}

    /** Sorted, apart from each other. */
    private final List<Span> spans;

    private AllowedTimes(List<Span> spans) {
        this.spans = spans;
    }

    /** @param nowMillis the answers hold for this moment */
    static AllowedTimes around(long nowMillis, ZoneConduct conduct) {
        ZoneId zone = ZoneId.of(conduct.timeZone());
        LocalDate today = Instant.ofEpochMilli(nowMillis).atZone(zone).toLocalDate();
        List<Span> all = new ArrayList<>();
        for (int day = -DAYS; day <= DAYS; day++) {
            for (ZoneConduct.Daily each : conduct.allowedTimes()) {
                int until = each.untilMinute() + (each.untilMinute() <= each.fromMinute() ? DAY_MINUTES : 0);
                all.add(new Span(
                        millis(today.plusDays(day), each.fromMinute(), zone),
                        millis(today.plusDays(day), until, zone)));
            }
        }
        all.sort(Comparator.comparingLong(Span::fromMillis));
        return new AllowedTimes(joined(all));
    }

    /** Since when nobody may be here; {@link Long#MIN_VALUE} = for days; {@link Judgement#NEVER} = people may be here now. */
    long forbiddenSince(long nowMillis) {
        long since = Long.MIN_VALUE;
        for (Span each : spans) {
            if (each.fromMillis <= nowMillis && nowMillis < each.untilMillis) {
                return Judgement.NEVER;
            }
            if (each.untilMillis <= nowMillis) {
                since = each.untilMillis;
            }
        }
        return since;
    }

    /** When that changes. */
    long nextChange(long nowMillis) {
        for (Span each : spans) {
            if (nowMillis < each.fromMillis) {
                return each.fromMillis;
            }
            if (nowMillis < each.untilMillis) {
                return each.untilMillis;
            }
        }
        return Judgement.NEVER;
    }

    private static long millis(LocalDate day, int minute, ZoneId zone) {
        LocalTime time = LocalTime.ofSecondOfDay(minute % DAY_MINUTES * 60L);
        return day.plusDays(minute / DAY_MINUTES)
                .atTime(time)
                .atZone(zone)
                .toInstant()
                .toEpochMilli();
    }

    private static List<Span> joined(List<Span> sorted) {
        List<Span> joined = new ArrayList<>();
        for (Span each : sorted) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && each.fromMillis <= last.untilMillis) {
                joined.set(joined.size() - 1, new Span(last.fromMillis, Math.max(last.untilMillis, each.untilMillis)));
            } else {
                joined.add(each);
            }
        }
        return joined;
    }
}
