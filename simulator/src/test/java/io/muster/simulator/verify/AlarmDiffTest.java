package io.muster.simulator.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.AlarmState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmDiffTest {
    private final List<Alarm> before = new ArrayList<>();
    private final List<Alarm> after = new ArrayList<>();

    AlarmDiffTest() {
        before.addAll(Told.alarm("one", AlarmKind.OVER_CAPACITY, "tanks", 10, 70));
        before.addAll(Told.alarm("two", AlarmKind.OVER_CAPACITY, "yard", 20, 60));
        after.addAll(before);
    }

    @Test
    void theSameAlarmsAreTheSame() {
        AlarmDiff diff = AlarmDiff.of(before, after);
        assertTrue(diff.isEmpty());
        assertEquals(2, diff.same());
    }

    @Test
    void whatIsOnlyInOneIsAddedOrLost() {
        after.removeIf(alarm -> alarm.alarmId().equals("one"));
        after.addAll(Told.alarm("three", AlarmKind.SOS, "d", 30, 40));
        AlarmDiff diff = AlarmDiff.of(before, after);
        assertEquals(List.of(1, 1, 1), List.of(diff.added(), diff.lost(), diff.same()));
        assertNull(diff.changes().get(0).after());
        assertNull(diff.changes().get(1).before());
    }

    @Test
    void anAlarmWithAnotherIdAboutTheSameAtTheSameTimeIsTheSameAlarm() {
        after.removeIf(alarm -> alarm.alarmId().equals("one"));
        after.addAll(Told.alarm("other id", AlarmKind.OVER_CAPACITY, "tanks", 12.5, 69));
        AlarmDiff diff = AlarmDiff.of(before, after);
        assertEquals(1, diff.changes().size());
        assertEquals(2_500, diff.changes().get(0).laterMillis());
        assertEquals(-1_000, diff.changes().get(0).endLaterMillis());
    }

    @Test
    void anAlarmThatDoesNotEndAnyMoreIsADifference() {
        after.removeIf(alarm -> alarm.alarmId().equals("one") && alarm.state() == AlarmState.CLEARED);
        assertEquals(
                Long.MAX_VALUE, AlarmDiff.of(before, after).changes().get(0).endLaterMillis());
        assertEquals(
                Long.MIN_VALUE, AlarmDiff.of(after, before).changes().get(0).endLaterMillis());
    }
}
