package io.muster.rules.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.rules.Step;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clocks of tags. Arrival is 1,000,000 ms in every story; what the vendor's clock says differs. */
class IdentifyRuleTest {
    private static final long ARRIVAL = 1_000_000;

    private final IdentifyRule rule = new IdentifyRule(ClockOptions.standard(), TagOptions.standard());
    private @Nullable TagState state;

    @Test
    void aFixOnTimeKeepsItsOwnTime() {
        assertEquals("999900 []", fix(ARRIVAL - 100L));
    }

    @Test
    void withoutATimeArrivalIsTheEventTime() {
        assertEquals("1000000 []", fix(null));
    }

    @Test
    void moreThanFiveSecondsBehindIsMarkedLateAndKeepsItsTime() {
        assertEquals("995000 []", fix(ARRIVAL - 5_000));
        assertEquals("994999 [LATE]", fix(ARRIVAL - 5_001));
    }

    @Test
    void moreThanTwoSecondsAheadTakesItsArrival() {
        assertEquals("1002000 []", fix(ARRIVAL + 2_000));
        assertEquals("1000000 [CLOCK_FAULT]", fix(ARRIVAL + 2_001));
    }

    @Test
    void theYear2099IsAClockFault() {
        assertEquals("1000000 [CLOCK_FAULT]", fix(4_070_908_800_000L));
    }

    @Test
    void tenFixesInARowMoreThanAMinuteBehindAreAClockFault() {
        for (int i = 1; i <= 9; i++) {
            assertEquals("0 [LATE]", fix(0L), "fix " + i);
        }
        assertEquals("1000000 [CLOCK_FAULT]", fix(0L), "the tenth");
        assertEquals("1000000 [CLOCK_FAULT]", fix(0L), "and on");
    }

    @Test
    void exactlyAMinuteBehindIsLateHoweverOften() {
        for (int i = 1; i <= 20; i++) {
            assertEquals("940000 [LATE]", fix(ARRIVAL - 60_000), "fix " + i);
        }
    }

    @Test
    void oneFixOnTimeEndsTheRow() {
        for (int i = 1; i <= 9; i++) {
            fix(0L);
        }
        assertEquals("1000000 []", fix(ARRIVAL));
        assertEquals("0 [LATE]", fix(0L));
    }

    @Test
    void theGapIsMeasuredBetweenNewestFixes() {
        assertEquals(null, gap(ARRIVAL - 2_000));
        assertEquals(2_000, gap(ARRIVAL));
        assertEquals(null, gap(ARRIVAL - 500), "older than what is known");
        assertEquals(1_000, gap(ARRIVAL + 1_000));
        assertEquals(0, gap(ARRIVAL + 1_000), "two of one moment");
        assertEquals(600_000, gapAfter(600_000));
        assertEquals(null, gapAfter(600_001), "away, not slow");
    }

    @Test
    void doubtsOfTheLookupStay() {
        Step<TagState, Identified> step = rule.onInput(null, report(ARRIVAL - 6_000, List.of(Mark.UNKNOWN_TAG)));
        assertEquals(
                List.of(Mark.UNKNOWN_TAG, Mark.LATE),
                Objects.requireNonNull(step.events().get(0).fix()).marks());
    }

    private String fix(@Nullable Long generated) {
        Fix fix = Objects.requireNonNull(next(generated).fix());
        return fix.eventMillis() + " " + fix.marks();
    }

    private @Nullable Long gap(long generated) {
        return next(generated).gapMillis();
    }

    private @Nullable Long gapAfter(long silence) {
        state = null;
        gap(ARRIVAL - silence);
        return gap(ARRIVAL);
    }

    private Identified next(@Nullable Long generated) {
        Step<TagState, Identified> step = rule.onInput(state, report(generated, List.of()));
        state = step.next();
        assertEquals(
                1,
                step.events().stream().filter(each -> each.fix() != null).count(),
                "nothing that arrives is dropped");
        return step.events().get(0);
    }

    private static Report report(@Nullable Long generated, List<Mark> marks) {
        return new Report(
                "plant",
                "p1",
                Who.of(null, "01"),
                "T1",
                "T1",
                "north",
                Technology.UWB,
                1,
                2,
                0,
                0.0,
                0.5,
                ARRIVAL - 100,
                generated,
                ARRIVAL,
                "location-updates.north",
                0,
                7,
                marks,
                null);
    }
}
