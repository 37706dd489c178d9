package io.muster.rules.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
    /** Every legal step; every pair that is not here must be refused. */
    private static final List<String> LEGAL = List.of(
            "NORMAL + CONDITION = RAISED_UNACKNOWLEDGED",
            "RAISED_UNACKNOWLEDGED + CONDITION = RAISED_UNACKNOWLEDGED",
            "RAISED_UNACKNOWLEDGED + ANNUNCIATE = RAISED_UNACKNOWLEDGED",
            "RAISED_UNACKNOWLEDGED + RETURN = RETURNED_UNACKNOWLEDGED",
            "RAISED_UNACKNOWLEDGED + RETURN_SELF = CLEARED",
            "RAISED_UNACKNOWLEDGED + RETURN_LATCHING = LATCHED_UNACKNOWLEDGED",
            "RAISED_UNACKNOWLEDGED + ACKNOWLEDGE = ACKNOWLEDGED",
            "RAISED_UNACKNOWLEDGED + SHELVE = SHELVED",
            "RAISED_UNACKNOWLEDGED + SUPPRESS = SUPPRESSED",
            "RAISED_UNACKNOWLEDGED + REMOVE_FROM_SERVICE = OUT_OF_SERVICE",
            "ACKNOWLEDGED + CONDITION = ACKNOWLEDGED",
            "ACKNOWLEDGED + ANNUNCIATE = RAISED_UNACKNOWLEDGED",
            "ACKNOWLEDGED + RETURN = CLEARED",
            "ACKNOWLEDGED + RETURN_SELF = CLEARED",
            "ACKNOWLEDGED + RETURN_LATCHING = LATCHED_ACKNOWLEDGED",
            "ACKNOWLEDGED + SHELVE = SHELVED",
            "ACKNOWLEDGED + SUPPRESS = SUPPRESSED",
            "ACKNOWLEDGED + REMOVE_FROM_SERVICE = OUT_OF_SERVICE",
            "RETURNED_UNACKNOWLEDGED + RAISED_AGAIN = CLEARED",
            "RETURNED_UNACKNOWLEDGED + ACKNOWLEDGE = CLEARED",
            "RETURNED_UNACKNOWLEDGED + CLEAR = CLEARED",
            "LATCHED_UNACKNOWLEDGED + RAISED_AGAIN = CLEARED",
            "LATCHED_UNACKNOWLEDGED + ACKNOWLEDGE = LATCHED_ACKNOWLEDGED",
            "LATCHED_UNACKNOWLEDGED + CLEAR = CLEARED",
            "LATCHED_ACKNOWLEDGED + RAISED_AGAIN = CLEARED",
            "LATCHED_ACKNOWLEDGED + RESET = CLEARED",
            "LATCHED_ACKNOWLEDGED + CLEAR = CLEARED",
            "SHELVED + CONDITION = SHELVED",
            "SHELVED + RETURN = CLEARED",
            "SHELVED + RETURN_SELF = CLEARED",
            "SHELVED + RETURN_LATCHING = LATCHED_UNACKNOWLEDGED",
            "SHELVED + UNSHELVE = RAISED_UNACKNOWLEDGED",
            "SUPPRESSED + CONDITION = SUPPRESSED",
            "SUPPRESSED + RETURN = CLEARED",
            "SUPPRESSED + RETURN_SELF = CLEARED",
            "SUPPRESSED + RETURN_LATCHING = LATCHED_UNACKNOWLEDGED",
            "SUPPRESSED + UNSUPPRESS = RAISED_UNACKNOWLEDGED",
            "OUT_OF_SERVICE + CONDITION = OUT_OF_SERVICE",
            "OUT_OF_SERVICE + RETURN = CLEARED",
            "OUT_OF_SERVICE + RETURN_SELF = CLEARED",
            "OUT_OF_SERVICE + RETURN_LATCHING = LATCHED_UNACKNOWLEDGED",
            "OUT_OF_SERVICE + RETURN_TO_SERVICE = RAISED_UNACKNOWLEDGED");

    @Test
    void everyPairIsLegalOrRefused() {
        List<String> walked = new ArrayList<>();
        for (LifeCycle state : LifeCycle.values()) {
            for (AlarmEvent event : AlarmEvent.values()) {
                LifeCycle next = state.next(event);
                if (next == null) {
                    assertThrows(IllegalStateException.class, () -> state.after(event));
                } else {
                    walked.add(state + " + " + event + " = " + next);
                }
            }
        }
        assertEquals(LEGAL, walked);
    }

    @Test
    void everyStateIsReachedAndFromEachTheAlarmCanBeCleared() {
        Set<LifeCycle> reached = reachable(LifeCycle.NORMAL);
        assertEquals(Set.of(LifeCycle.values()), reached);
        for (LifeCycle state : reached) {
            assertEquals(true, reachable(state).contains(LifeCycle.CLEARED), state + " never ends");
        }
    }

    @Test
    void everyStateButNormalHasItsWireName() {
        assertNull(LifeCycle.NORMAL.status());
        for (AlarmStatus status : AlarmStatus.values()) {
            assertEquals(status, LifeCycle.of(status).status());
        }
    }

    @Test
    void everyKindIsDescribedInBothLanguages() {
        assertEquals(26, AlarmCatalogue.all().size());
        for (AlarmDefinition each : AlarmCatalogue.all()) {
            assertEquals(each, AlarmCatalogue.find(each.kind()));
            assertNotNull(each.nameEn());
            assertEquals(
                    true, each.nameZh().codePoints().allMatch(c -> c > 0x7f || "SO/".indexOf(c) >= 0), each.kind());
            assertEquals(true, AlarmCatalogue.LEVELS.contains(each.level()), each.kind());
            assertEquals(true, AlarmCatalogue.PRIORITIES.contains(each.priority()), each.kind());
        }
    }

    private static Set<LifeCycle> reachable(LifeCycle from) {
        Set<LifeCycle> reached = new HashSet<>(Set.of(from));
        List<LifeCycle> open = new ArrayList<>(reached);
        while (!open.isEmpty()) {
            LifeCycle state = open.remove(0);
            for (AlarmEvent event : AlarmEvent.values()) {
                LifeCycle next = state.next(event);
                if (next != null && reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }
}
