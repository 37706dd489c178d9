package io.muster.rules.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.muster.rules.Seeds;
import io.muster.rules.alarm.Driven;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import io.muster.rules.occupancy.ZoneCount;
import io.muster.rules.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowRuleTest {
    private final Driven<WindowState, WindowInput, ZoneWindow> zone =
            new Driven<>(new WindowRule(new WindowOptions(2_000)));
    private long seq;

    @Test
    void weighsTheCountByTime() {
        count(2_500, 2);
        count(3_500, 4);
        zone.wakeUpTo(4_000);
        assertEquals(List.of("2000-4000 0..4 mean 2.0 = 4.0 ps, 0 samples"), windows());
    }

    @Test
    void theCountGoesOnIntoTheNextWindow() {
        count(2_500, 2);
        zone.wakeUpTo(6_000);
        assertEquals("4000-6000 2..2 mean 2.0 = 4.0 ps, 0 samples", windows().get(1));
    }

    @Test
    void whatHappensAtTheEndBelongsToTheNextWindow() {
        count(2_000, 2);
        count(4_000, 5);
        assertEquals(List.of("2000-4000 2..2 mean 2.0 = 4.0 ps, 0 samples"), windows());
        zone.wakeUpTo(6_000);
        assertEquals("4000-6000 5..5 mean 5.0 = 10.0 ps, 0 samples", windows().get(1));
    }

    @Test
    void ofSeveralCountsAtOneInstantOnlyTheLastLasts() {
        count(2_000, 2);
        count(3_000, 9);
        count(3_000, 1);
        zone.wakeUpTo(4_000);
        assertEquals(List.of("2000-4000 1..2 mean 1.5 = 3.0 ps, 0 samples"), windows());
    }

    @Test
    void oneEmptyWindowThenSilenceUntilSomebodyComes() {
        count(2_000, 1);
        count(3_000, 0);
        zone.wakeUpTo(60_000);
        sample(61_000);
        zone.wakeUpTo(100_000);
        assertEquals(
                List.of(
                        "2000-4000 0..1 mean 0.5 = 1.0 ps, 0 samples",
                        "4000-6000 0..0 mean 0.0 = 0.0 ps, 0 samples",
                        "60000-62000 0..0 mean 0.0 = 0.0 ps, 1 samples",
                        "62000-64000 0..0 mean 0.0 = 0.0 ps, 0 samples"),
                windows());
    }

    @Test
    void aZoneThatIsMerelyDefinedIsSilent() {
        count(2_000, 0);
        zone.wakeUpTo(60_000);
        assertEquals(List.of(), windows());
    }

    @Test
    void remembersThatTheLimitWasExceeded() {
        count(2_000, 4);
        count(2_500, 3);
        zone.wakeUpTo(6_000);
        assertEquals(
                List.of(true, false), zone.told().stream().map(ZoneWindow::over).toList());
        assertEquals(List.of(3, 3), zone.told().stream().map(ZoneWindow::limit).toList());
    }

    @Test
    void aRepetitionChangesNothing() {
        count(2_500, 2);
        zone.give(WindowInput.of(zoneCount(3_000, 7, true)));
        zone.wakeUpTo(4_000);
        assertEquals(List.of("2000-4000 0..2 mean 1.5 = 3.0 ps, 0 samples"), windows());
    }

    @Test
    void windowsAreNumberedAlsoAcrossSilence() {
        count(2_000, 1);
        count(3_000, 0);
        zone.wakeUpTo(60_000);
        count(61_000, 1);
        zone.wakeUpTo(62_000);
        assertEquals(
                List.of(1L, 2L, 3L), zone.told().stream().map(ZoneWindow::seq).toList());
    }

    @Test
    void theLimitItselfIsNotExceeded() {
        count(2_000, 3);
        zone.wakeUpTo(4_000);
        assertEquals(List.of(false), zone.told().stream().map(ZoneWindow::over).toList());
    }

    @Test
    void aWindowNamesThePlanAndTheNewestFixThatItSaw() {
        sample(2_500);
        sample(2_100);
        zone.wakeUpTo(4_000);
        assertEquals(2_500, zone.told().get(0).newestFixMillis());
        assertEquals("v1", zone.told().get(0).planVersion());
    }

    @Test
    void whatOlderBytesLackIsEmpty() {
        WindowState state =
                new WindowState("s", "Z", null, false, 0, false, 0, 0, null, 0, false, 0, null, null, nothing(), 0);
        assertEquals("", state.planVersion());
    }

    @SuppressWarnings("NullAway") // older bytes bring null where there was no field
    private static String nothing() {
        return null;
    }

    @Test
    void aWindowIsAtLeastAMillisecond() {
        assertEquals(1, new WindowOptions(1).cycleMillis());
        assertEquals(
                "compute cycle must be > 0 ms, was 0",
                assertThrows(IllegalArgumentException.class, () -> new WindowOptions(0))
                        .getMessage());
    }

    @Test
    void whatComesInStandsWhereItStoodBefore() {
        WindowInput count = WindowInput.of(zoneCount(2_500, 2, false));
        assertEquals(
                "2500 2500 " + zoneCount(2_500, 2, false).origin() + " 1",
                count.timeMillis() + " " + count.eventMillis() + " " + count.origin() + " " + count.offset());
        assertThrows(IllegalStateException.class, () -> new WindowInput("s", "Z", null, null).timeMillis());
    }

    @Test
    void equalsARecountOfEveryMillisecond() {
        for (long seed = 1; seed <= Seeds.upTo(20); seed++) {
            recount(seed);
        }
    }

    private static void recount(long seed) {
        Random random = new Random(seed);
        WindowRuleTest test = new WindowRuleTest();
        int length = 40_000;
        int[] countAt = new int[length];
        int[] samplesAt = new int[length];
        int time = 0;
        int now = 0;
        for (; time < length - 1; ) {
            int step = random.nextInt(12) == 0 ? 9_000 : random.nextInt(5) == 0 ? 0 : random.nextInt(900);
            for (int i = 0; i < step && time < length - 1; i++) {
                countAt[time++] = now;
            }
            if (random.nextInt(3) == 0) {
                samplesAt[time]++;
                test.sample(time);
            } else {
                now = random.nextInt(3) == 0 ? 0 : random.nextInt(6);
                test.count(time, now);
            }
        }
        test.zone.wakeUpTo(length - 2_000);
        assertEquals(obvious(countAt, samplesAt), test.windows(), "seed " + seed);
    }

    private static List<String> obvious(int[] countAt, int[] samplesAt) {
        List<String> windows = new ArrayList<>();
        boolean somebodyBefore = false;
        for (int start = 0; start + 2_000 <= countAt.length - 2_000; start += 2_000) {
            int min = Integer.MAX_VALUE;
            int max = 0;
            long sum = 0;
            int samples = 0;
            for (int t = start; t < start + 2_000; t++) {
                min = Math.min(min, countAt[t]);
                max = Math.max(max, countAt[t]);
                sum += countAt[t];
                samples += samplesAt[t];
            }
            boolean somebody = max > 0 || samples > 0;
            if (somebody || somebodyBefore) {
                windows.add(text(start, min, max, sum / 2_000.0, sum / 1_000.0, samples));
            }
            somebodyBefore = somebody;
        }
        return windows;
    }

    private void count(long millis, int people) {
        zone.give(WindowInput.of(zoneCount(millis, people, false)));
    }

    private ZoneCount zoneCount(long millis, int people, boolean report) {
        return new ZoneCount(
                "s",
                "Z",
                "Tank",
                people - people / 3,
                1,
                people / 3,
                Map.of(),
                Map.of(),
                Map.of(),
                3,
                "PF-4b",
                null,
                Math.max(0, people - 3),
                List.of(),
                "v1",
                report,
                millis,
                millis,
                ++seq);
    }

    private void sample(long millis) {
        zone.give(WindowInput.of(
                "Z",
                new Sample(
                        "s",
                        "A",
                        Who.of(null, "01"),
                        "tag",
                        Technology.UWB,
                        0,
                        0,
                        0,
                        0.0,
                        0,
                        0.3,
                        null,
                        false,
                        false,
                        List.of("Z"),
                        "v1",
                        millis,
                        millis,
                        ++seq)));
    }

    private List<String> windows() {
        return zone.told().stream()
                .map(w -> text(
                        w.startMillis(), w.countMin(), w.countMax(), w.countMean(), w.personSeconds(), w.samples()))
                .toList();
    }

    private static String text(long start, int min, int max, double mean, double personSeconds, int samples) {
        return start + "-" + (start + 2_000) + " " + min + ".." + max + " mean " + mean + " = " + personSeconds
                + " ps, " + samples + " samples";
    }
}
