package io.muster.simulator.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.AlarmState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShiftRatesTest {
    private static final double HOUR = 3_600;
    private final List<Alarm> alarms = new ArrayList<>();

    @Test
    void aQuietShiftIsWithinEveryRecommendation() {
        for (int i = 0; i < 40; i++) {
            raise("a" + i, "zone " + i, 700 * i, 60);
        }
        ShiftRates rates = shifts(8 * HOUR).get(0);
        assertEquals(40, rates.alarms());
        assertEquals(1, rates.peak());
        assertEquals(0.83, rates.perTenMinutes(), 0.01);
        assertEquals(List.of(0, 0, 0, 0, 0, 0), counts(rates));
    }

    @Test
    void aFloodBeginsAtTenInTenMinutesAndEndsBelowFive() {
        for (int i = 0; i < 12; i++) {
            raise("first" + i, "zone " + i, 10 + 40 * i, 60);
        }
        for (int i = 0; i < 6; i++) {
            raise("second" + i, "zone " + (20 + i), 610 + 40 * i, 60);
        }
        raise("third", "zone 30", 1_210, 60);
        ShiftRates rates = shifts(HOUR).get(0);
        assertEquals(6, rates.periods());
        assertEquals(1, rates.busyPeriods());
        assertEquals(2, rates.floodPeriods());
        assertEquals(12, rates.peak());
    }

    @Test
    void shiftsAreEightHoursLong() {
        raise("early", "zone", 10, 60);
        raise("late", "zone", 8 * HOUR, 60);
        List<ShiftRates> shifts = shifts(9 * HOUR);
        assertEquals(List.of(1, 1), shifts.stream().map(ShiftRates::alarms).toList());
        assertEquals(6, shifts.get(1).periods());
    }

    @Test
    void alarmsThatEndAtOnceAndAlarmsThatNeverEndAreCounted() {
        raise("fleeting", "zone 1", 100, 8);
        raise("ordinary", "zone 2", 200, 600);
        alarms.add(Told.record(
                "open", 1, AlarmKind.OVER_CAPACITY, "zone 3", AlarmState.RAISED_UNACKNOWLEDGED, 300, 300, -1));
        ShiftRates first = shifts(30 * HOUR).get(0);
        ShiftRates last = shifts(30 * HOUR).get(3);
        assertEquals(1, first.fleeting());
        assertEquals(List.of(1, 0), List.of(first.open(), first.stale()));
        assertEquals(List.of(1, 1), List.of(last.open(), last.stale()));
        assertEquals(0, last.alarms());
    }

    @Test
    void theTenMostFrequentSubjectsAreNamed() {
        for (int i = 0; i < 15; i++) {
            raise("once" + i, "zone " + i, 100 * i, 50);
        }
        for (int i = 0; i < 5; i++) {
            raise("often" + i, "pier", 3_000 + 100 * i, 50);
        }
        ShiftRates rates = shifts(HOUR).get(0);
        assertEquals(
                new ShiftRates.Frequent("over_capacity", "pier", 5), rates.top().get(0));
        assertEquals(new Share(14, 20), rates.topShare());
        assertEquals(Map.of("high", 20), rates.priorities());
    }

    @Test
    void anAlarmThatComesBackHasRisenTwice() {
        alarms.add(Told.record("x", 1, AlarmKind.FALL, "p", AlarmState.RAISED_UNACKNOWLEDGED, 10, 10, -1));
        alarms.add(Told.record("x", 2, AlarmKind.FALL, "p", AlarmState.RETURNED_UNACKNOWLEDGED, 10, 20, -1));
        alarms.add(Told.record("x", 3, AlarmKind.FALL, "p", AlarmState.RAISED_UNACKNOWLEDGED, 10, 30, -1));
        alarms.add(Told.record("x", 4, AlarmKind.FALL, "p", AlarmState.ACKNOWLEDGED, 10, 31, -1));
        assertEquals(2, shifts(HOUR).get(0).alarms());
        assertEquals(List.of(), Chatter.of(AlarmSpan.fold(alarms)));
    }

    @Test
    void threeRisesWithinAMinuteChatterAndThreeWithinMoreDoNot() {
        raise("a", "pier", 0, 5);
        raise("b", "pier", 30, 5);
        raise("c", "pier", 61, 5);
        assertTrue(Chatter.of(AlarmSpan.fold(alarms)).isEmpty());
        raise("d", "pier", 60, 5);
        List<Chatter> chatter = Chatter.of(AlarmSpan.fold(alarms));
        assertEquals(1, chatter.size());
        assertEquals(3, chatter.get(0).rises());
        assertFalse(shifts(HOUR).get(0).rows().get(7).within());
    }

    private static List<Integer> counts(ShiftRates rates) {
        return List.of(
                rates.busyPeriods(),
                rates.floodPeriods(),
                rates.stale(),
                rates.open(),
                rates.chattering(),
                rates.fleeting());
    }

    private void raise(String id, String fence, double at, double lasts) {
        alarms.addAll(Told.alarm(id, AlarmKind.OVER_CAPACITY, fence, at, at + lasts));
    }

    private List<ShiftRates> shifts(double seconds) {
        return ShiftRates.of(
                AlarmSpan.fold(alarms),
                Told.START.toEpochMilli(),
                Told.at(seconds).toEpochMilli(),
                1);
    }
}
