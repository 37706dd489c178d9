package io.muster.rules.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.Seeds;
import io.muster.rules.plan.ZoneConduct;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllowedTimesTest {
    private static final String FORBIDDEN = "forbidden since ";

    @Test
    void theWallClockOfThePlanDecides() {
        ZoneConduct day = conduct("Asia/Shanghai", 6 * 60, 22 * 60);
        assertEquals(
                FORBIDDEN + "2026-11-22T14:00:00Z, until 2026-11-22T22:00:00Z", ask("2026-11-22T21:59:59.999Z", day));
        assertEquals("allowed until 2026-11-23T14:00:00Z", ask("2026-11-22T22:00:00Z", day));
        assertEquals("allowed until 2026-11-23T14:00:00Z", ask("2026-11-23T13:59:59.999Z", day));
        assertEquals(FORBIDDEN + "2026-11-23T14:00:00Z, until 2026-11-23T22:00:00Z", ask("2026-11-23T14:00:00Z", day));
    }

    @Test
    void aTimeMayGoOverMidnight() {
        ZoneConduct night = conduct("UTC", 22 * 60, 6 * 60);
        assertEquals("allowed until 2026-11-23T06:00:00Z", ask("2026-11-23T01:00:00Z", night));
        assertEquals("allowed until 2026-11-24T06:00:00Z", ask("2026-11-23T23:00:00Z", night));
        assertEquals(
                FORBIDDEN + "2026-11-23T06:00:00Z, until 2026-11-23T22:00:00Z", ask("2026-11-23T12:00:00Z", night));
    }

    @Test
    void timesThatMeetAreOne() {
        ZoneConduct both = conduct("UTC", 6 * 60, 12 * 60, 12 * 60, 18 * 60, 17 * 60, 20 * 60);
        assertEquals("allowed until 2026-11-23T20:00:00Z", ask("2026-11-23T07:00:00Z", both));
    }

    @Test
    void theWholeDayIsNeverForbidden() {
        ZoneConduct always = conduct("UTC", 0, 1440);
        assertTrue(ask("2026-11-23T00:00:00Z", always).startsWith("allowed until "));
        assertTrue(ask("2026-11-23T23:59:59.999Z", always).startsWith("allowed until "));
    }

    @Test
    void aTimeThatEndsWhereItBeginsIsTheWholeDay() {
        ZoneConduct always = conduct("UTC", 360, 360);
        assertTrue(ask("2026-11-23T00:00:00Z", always).startsWith("allowed until "));
        assertTrue(ask("2026-11-23T06:00:00Z", always).startsWith("allowed until "));
    }

    @Test
    void whereNoTimeIsNamedNothingChanges() {
        AllowedTimes none = AllowedTimes.around(1_000, ZoneConduct.FREE);
        assertEquals(Judgement.NEVER, none.nextChange(1_000));
        assertEquals(Long.MIN_VALUE, none.forbiddenSince(1_000));
    }

    /** Berlin: on 2026-03-29 clocks go from 02:00 to 03:00, on 2026-10-25 from 03:00 to 02:00. */
    @Test
    void whenClocksChangeTheClockStillDecides() {
        ZoneConduct day = conduct("Europe/Berlin", 6 * 60, 22 * 60);
        assertEquals("allowed until 2026-03-28T21:00:00Z", ask("2026-03-28T12:00:00Z", day));
        assertEquals(FORBIDDEN + "2026-03-28T21:00:00Z, until 2026-03-29T04:00:00Z", ask("2026-03-29T00:00:00Z", day));
        assertEquals("allowed until 2026-03-29T20:00:00Z", ask("2026-03-29T04:00:00Z", day));
        ZoneConduct night = conduct("Europe/Berlin", 2 * 60 + 30, 4 * 60);
        assertEquals(
                "allowed until 2026-03-29T02:00:00Z", ask("2026-03-29T01:30:00Z", night), "02:30 is left out: 03:30");
    }

    /** Every minute of random days against the clock on the wall. */
    @Test
    void everyMinuteIsAsTheClockSays() {
        for (long seed = 1; seed <= Seeds.upTo(30); seed++) {
            Random random = new Random(seed);
            int[] minutes = new int[2 * (1 + random.nextInt(3))];
            for (int i = 0; i < minutes.length; i += 2) {
                minutes[i] = random.nextInt(1440);
                minutes[i + 1] = (minutes[i] + 1 + random.nextInt(1439)) % 1441;
                if (minutes[i] == minutes[i + 1]) {
                    minutes[i + 1]++;
                }
            }
            ZoneConduct conduct = conduct("Asia/Shanghai", minutes);
            long start = Instant.parse("2026-11-23T00:00:00Z").toEpochMilli();
            for (int minute = 0; minute < 2 * 1440; minute++) {
                long now = start + minute * 60_000L;
                AllowedTimes times = AllowedTimes.around(now, conduct);
                boolean allowed = times.forbiddenSince(now) == Judgement.NEVER;
                assertEquals(byTheClock(now, conduct), allowed, "seed " + seed + " minute " + minute);
                boolean changes = byTheClock(now + 60_000, conduct) != allowed;
                long next = times.nextChange(now);
                assertEquals(changes, next == now + 60_000, "seed " + seed + " minute " + minute);
                if (!allowed) {
                    long since = times.forbiddenSince(now);
                    assertTrue(since <= now && byTheClock(since - 1, conduct) && !byTheClock(since, conduct));
                }
            }
        }
    }

    private static boolean byTheClock(long millis, ZoneConduct conduct) {
        LocalTime time = Instant.ofEpochMilli(millis)
                .atZone(ZoneId.of(conduct.timeZone()))
                .toLocalTime();
        double minute = time.toNanoOfDay() / 60e9;
        return conduct.allowedTimes().stream()
                .anyMatch(each -> each.fromMinute() < each.untilMinute()
                        ? each.fromMinute() <= minute && minute < each.untilMinute()
                        : each.fromMinute() <= minute || minute < each.untilMinute());
    }

    private static String ask(String now, ZoneConduct conduct) {
        long millis = ZonedDateTime.parse(now).toInstant().toEpochMilli();
        AllowedTimes times = AllowedTimes.around(millis, conduct);
        long since = times.forbiddenSince(millis);
        String next = Instant.ofEpochMilli(times.nextChange(millis)).toString();
        return since == Judgement.NEVER
                ? "allowed until " + next
                : FORBIDDEN + Instant.ofEpochMilli(since) + ", until " + next;
    }

    private static ZoneConduct conduct(String timeZone, int... minutes) {
        List<ZoneConduct.Daily> times = new ArrayList<>();
        for (int i = 0; i < minutes.length; i += 2) {
            times.add(new ZoneConduct.Daily(minutes[i], minutes[i + 1]));
        }
        return new ZoneConduct(
                null, null, null, List.of(), List.of(), List.of(), times, timeZone, List.of(), List.of());
    }
}
