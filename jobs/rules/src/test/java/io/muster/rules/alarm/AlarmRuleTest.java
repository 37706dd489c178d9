package io.muster.rules.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlarmRuleTest {
    private static final long DAY = 24 * 3_600_000L;

    private Driven<AlarmState, Finding, AlarmChange> desk = new Driven<>(new AlarmRule(AlarmOptions.defaults()));
    private String kind = "over_capacity";
    private long seq;

    @Test
    void raisesAtOnceAndClearsByItselfAfterTheOffDelay() {
        holds(1_000, "orange", "A", "B");
        ends(2_000, "A");
        desk.wakeUpTo(9_000);
        assertEquals(
                List.of(
                        "1000 #1 RAISED_UNACKNOWLEDGED orange [A, B]",
                        "5000 #1 again RAISED_UNACKNOWLEDGED orange [A, B]",
                        "7000 #2 CLEARED orange [A] returned 2000 by system"),
                desk.told().stream().map(AlarmRuleTest::text).toList());
    }

    @Test
    void aGatheringClearsWhenItEnds() {
        kind = "gathering";
        holds(1_000, "yellow", "A", "B", "C");
        ends(2_000, "A", "B", "C");
        assertEquals(
                List.of(
                        "1000 #1 RAISED_UNACKNOWLEDGED yellow [A, B, C]",
                        "2000 #2 CLEARED yellow [A, B, C] returned 2000 by system"),
                changes());
    }

    @Test
    void aConditionThatComesBackWithinTheOffDelayGoesOn() {
        holds(1_000, "orange", "A", "B");
        ends(2_000, "A");
        holds(7_000, "orange", "A", "B");
        desk.wakeUpTo(30_000);
        assertEquals(List.of("1000 #1 RAISED_UNACKNOWLEDGED orange [A, B]"), changes());
    }

    @Test
    void aConditionThatComesBackLaterIsANewAlarm() {
        holds(1_000, "orange", "A", "B");
        ends(2_000, "A");
        holds(7_001, "orange", "A", "B");
        assertEquals(
                List.of(
                        "1000 #1 RAISED_UNACKNOWLEDGED orange [A, B]",
                        "7000 #2 CLEARED orange [A] returned 2000 by system",
                        "7001 #1 RAISED_UNACKNOWLEDGED orange [A, B]"),
                changes());
        assertEquals(
                List.of(1_000L, 1_000L, 7_001L),
                desk.told().stream()
                        .filter(c -> !c.report())
                        .map(AlarmChange::onsetOrderMillis)
                        .toList());
    }

    @Test
    void twoAlarmsOfOneInstantAreTwo() {
        kind = "gathering";
        holds(1_000, "yellow", "A");
        ends(1_000, "A");
        holds(1_000, "yellow", "A");
        assertEquals(
                List.of(1_000L, 1_000L, 1_001L),
                desk.told().stream().map(AlarmChange::onsetOrderMillis).toList());
    }

    @Test
    void aLevelIsToldAtOnceAndItsPriorityFollows() {
        holds(1_000, "orange", "A", "B");
        holds(1_010, "red", "A", "B", "C");
        assertEquals(
                List.of("1000 #1 RAISED_UNACKNOWLEDGED orange [A, B]", "1010 #2 RAISED_UNACKNOWLEDGED red [A, B, C]"),
                changes());
        assertEquals(
                List.of("high", "critical"),
                desk.told().stream().map(AlarmChange::priority).toList());
    }

    @Test
    void personsAreToldOnceASecondAndTheNewestIsNeverLost() {
        holds(1_000, "orange", "A", "B");
        holds(1_100, "orange", "A", "B", "C");
        holds(1_900, "orange", "A", "C");
        desk.wakeUpTo(3_000);
        holds(3_500, "orange", "A", "D");
        assertEquals(
                List.of(
                        "1000 #1 RAISED_UNACKNOWLEDGED orange [A, B]",
                        "2000 #2 RAISED_UNACKNOWLEDGED orange [A, C]",
                        "3500 #3 RAISED_UNACKNOWLEDGED orange [A, D]"),
                changes());
    }

    @Test
    void personsThatComeAndGoWithinTheSecondAreNoChange() {
        holds(1_000, "orange", "A", "B");
        holds(1_100, "orange", "A", "B", "C");
        holds(1_200, "orange", "A", "B");
        desk.wakeUpTo(4_000);
        assertEquals(List.of("1000 #1 RAISED_UNACKNOWLEDGED orange [A, B]"), changes());
    }

    @Test
    void isRepeatedEveryFiveSecondsAsItWasWritten() {
        holds(4_500, "orange", "A", "B");
        holds(4_900, "orange", "A", "B", "C");
        desk.wakeUpTo(16_000);
        assertEquals(
                List.of(
                        "4500 #1 RAISED_UNACKNOWLEDGED orange [A, B]",
                        "5000 #1 again RAISED_UNACKNOWLEDGED orange [A, B]",
                        "5500 #2 RAISED_UNACKNOWLEDGED orange [A, B, C]",
                        "10000 #2 again RAISED_UNACKNOWLEDGED orange [A, B, C]",
                        "15000 #2 again RAISED_UNACKNOWLEDGED orange [A, B, C]"),
                desk.told().stream().map(AlarmRuleTest::text).toList());
    }

    @Test
    void isForgottenADayAfterItWasCleared() {
        holds(1_000, "orange", "A", "B");
        ends(2_000, "A");
        desk.wakeUpTo(7_000 + DAY - 1);
        assertEquals("7000 #2 CLEARED orange [A] returned 2000 by system", last());
        desk.wakeUpTo(7_000 + DAY);
        assertEquals((7_000 + DAY) + " #2 forget CLEARED orange [] returned 2000 by system", last());
        assertNull(desk.state());
    }

    @Test
    void eachOfTwoAlarmsIsForgottenInItsTime() {
        kind = "gathering";
        holds(1_000, "yellow", "A");
        ends(2_000, "A");
        holds(3_000, "yellow", "A");
        desk.wakeUpTo(2_000 + DAY);
        assertEquals(1, desk.told().stream().filter(AlarmChange::forget).count());
        ends(3_000 + DAY, "A");
        desk.wakeUpTo(3_000 + 2 * DAY);
        assertEquals(
                List.of(1_000L, 3_000L),
                desk.told().stream()
                        .filter(AlarmChange::forget)
                        .map(AlarmChange::onsetOrderMillis)
                        .toList());
        assertNull(desk.state());
    }

    @Test
    void waitsForTheOnDelay() {
        desk = new Driven<>(new AlarmRule(
                new AlarmOptions(5_000, DAY, 1_000, Map.of("over_capacity", 3_000L), Map.of("over_capacity", 0L))));
        holds(1_000, "orange", "A");
        ends(3_999, "A");
        assertNull(desk.state());
        holds(5_000, "orange", "A");
        holds(6_000, "orange", "A", "B");
        desk.wakeUpTo(8_000);
        assertEquals(List.of("8000 #1 RAISED_UNACKNOWLEDGED orange [A, B]"), changes());
        assertEquals(5_000, desk.told().get(0).onsetOrderMillis());
    }

    @Test
    void aLatchingAlarmWaitsForAPerson() {
        kind = "sos";
        holds(1_000, "red", "A");
        ends(2_000, "A");
        desk.wakeUpTo(2 * DAY);
        assertEquals(
                List.of(
                        "1000 #1 RAISED_UNACKNOWLEDGED red [A]",
                        "2000 #2 LATCHED_UNACKNOWLEDGED red [A] returned 2000"),
                changes());
        holds(3 * DAY, "red", "A");
        assertEquals(3 * DAY + " #3 RAISED_UNACKNOWLEDGED red [A]", last());
    }

    @Test
    void anEndOfNothingIsNothing() {
        ends(1_000, "A");
        assertEquals(List.of(), desk.told());
        assertNull(desk.state());
    }

    @Test
    void aKindThatNobodyDescribedIsAnAlarmAllTheSame() {
        kind = "meteorite";
        holds(1_000, "purple", "A");
        assertEquals(List.of("1000 #1 RAISED_UNACKNOWLEDGED yellow [A]"), changes());
    }

    @Test
    void namesAllFaultsOfTheOptionsTogether() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new AlarmOptions(0, -1, 0, Map.of("meteorite", 1L), Map.of("sos", -2L)))
                .getMessage();
        assertEquals(
                "alarm.report must be > 0 ms, was 0; alarm.forget must be >= 0 ms, was -1;"
                        + " alarm.on-delay.meteorite: no alarm of this kind; alarm.off-delay.sos must be >= 0 ms, was -2",
                message);
    }

    @Test
    void oneIsOpenAtMostAndWhatIsRaisedIsSomeDayClearedAndForgotten() {
        for (long seed = 1; seed <= 50; seed++) {
            invariants(seed);
        }
    }

    private static void invariants(long seed) {
        Random random = new Random(seed);
        AlarmRuleTest test = new AlarmRuleTest();
        test.kind = random.nextBoolean() ? "over_capacity" : "gathering";
        long time = 0;
        for (int i = 0; i < 200; i++) {
            time += random.nextInt(4) * (random.nextBoolean() ? 300L : 2_500L);
            if (random.nextBoolean()) {
                test.holds(time, random.nextInt(4) == 0 ? "red" : "orange", "A", "P" + random.nextInt(3));
            } else {
                test.ends(time, "A");
            }
        }
        test.ends(time, "A");
        test.desk.wakeUpTo(time + 2 * DAY);
        assertNull(test.desk.state(), "seed " + seed);
        AlarmChange open = null;
        long lastWritten = 0;
        List<Long> cleared = new ArrayList<>();
        List<Long> forgotten = new ArrayList<>();
        for (AlarmChange each : test.desk.told()) {
            String where = "seed " + seed + ": " + text(each);
            if (each.forget()) {
                forgotten.add(each.onsetOrderMillis());
                continue;
            }
            if (open != null) {
                assertEquals(open.onsetOrderMillis(), each.onsetOrderMillis(), where);
                assertEquals(open.seq() + (each.report() ? 0 : 1), each.seq(), where);
                assertTrue(each.timeMillis() - lastWritten <= 5_000, where);
            } else {
                assertEquals(1, each.seq(), where);
                assertEquals(AlarmStatus.RAISED_UNACKNOWLEDGED, each.status(), where);
            }
            lastWritten = each.timeMillis();
            open = each.status() == AlarmStatus.CLEARED ? null : each;
            if (open == null) {
                cleared.add(each.onsetOrderMillis());
            }
        }
        assertNull(open, "seed " + seed);
        assertEquals(cleared, forgotten, "seed " + seed);
        assertEquals(cleared.size(), cleared.stream().distinct().count(), "seed " + seed);
    }

    private void holds(long millis, String level, String... people) {
        desk.give(finding(millis, true, level, people));
    }

    private void ends(long millis, String... people) {
        desk.give(finding(millis, false, "orange", people));
    }

    private Finding finding(long millis, boolean active, String level, String... people) {
        List<String> ids = Arrays.asList(people);
        return new Finding(
                "s",
                kind,
                "fence",
                "Z",
                active,
                level,
                millis - 100,
                List.of("Z"),
                ids,
                ids.size(),
                0,
                0,
                1.0,
                (double) ids.size(),
                "r",
                1,
                "v1",
                List.of(),
                "occupancy",
                millis,
                millis - 100,
                ++seq);
    }

    private List<String> changes() {
        return desk.told().stream()
                .filter(c -> !c.report())
                .map(AlarmRuleTest::text)
                .toList();
    }

    private String last() {
        return text(desk.told().get(desk.told().size() - 1));
    }

    private static String text(AlarmChange c) {
        return c.timeMillis() + " #" + c.seq() + (c.report() ? " again" : "") + (c.forget() ? " forget" : "") + " "
                + c.status() + " " + c.level() + " " + c.finding().trackableIds()
                + said(" returned ", c.returnedMillis()) + said(" by ", c.clearedBy());
    }

    private static String said(String word, @Nullable Object value) {
        return value == null ? "" : word + value;
    }
}
