package io.muster.rules.alarm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person does about one open alarm. Each answers why it is not done; null = it is. */
final class AlarmActions {
    /** More comments than this are a log book. */
    private static final int MOST_COMMENTS = 20;

    static @Nullable String acknowledge(OpenAlarm alarm, Act act) {
        if (alarm.status().next(AlarmEvent.ACKNOWLEDGE) == null) {
            Act by = alarm.handling().acknowledged();
            return by != null
                    ? "acknowledged already by " + by.by()
                    : "cannot be acknowledged, being " + alarm.status().words();
        }
        alarm.acknowledged(act);
        return null;
    }

    static @Nullable String shelve(OpenAlarm alarm, String commandId, Act act, long untilMillis) {
        if (PutAside.isTooGrave(alarm)) {
            return (alarm.isGathering() ? "a red " : "") + alarm.told().kind() + " cannot be shelved: acknowledge it";
        }
        if (!alarm.holds()) {
            return "its condition has ended: nothing is left to shelve";
        }
        alarm.handle(alarm.handling().withShelved(new Aside(commandId, act, untilMillis)));
        return null;
    }

    static @Nullable String unshelve(OpenAlarm alarm) {
        if (alarm.handling().shelved() == null) {
            return "is not shelved";
        }
        alarm.handle(alarm.handling().withShelved(null));
        return null;
    }

    static @Nullable String reset(OpenAlarm alarm, Act act) {
        if (alarm.definition().closing() != Closing.LATCH) {
            return alarm.told().kind() + " does not latch: " + (alarm.isGathering() ? "clear it" : "acknowledge it");
        }
        if (alarm.status().next(AlarmEvent.RESET) == null) {
            return alarm.status() == LifeCycle.LATCHED_UNACKNOWLEDGED ? "acknowledge it first" : stillHolds(alarm);
        }
        alarm.close(AlarmEvent.RESET, act);
        return null;
    }

    static @Nullable String clear(OpenAlarm alarm, Act act) {
        if (alarm.holds()) {
            return stillHolds(alarm);
        }
        if (alarm.definition().closing() == Closing.LATCH) {
            return alarm.told().kind() + " latches: acknowledge, then reset it";
        }
        alarm.close(AlarmEvent.CLEAR, act);
        return null;
    }

    static @Nullable String comment(OpenAlarm alarm, Act act) {
        List<Act> all = new ArrayList<>(alarm.handling().comments());
        if (all.size() == MOST_COMMENTS) {
            all.remove(0);
        }
        all.add(act);
        alarm.handle(alarm.handling().withComments(List.copyOf(all)));
        return null;
    }

    private static String stillHolds(OpenAlarm alarm) {
        return "its condition still holds: acknowledge" + (PutAside.isTooGrave(alarm) ? "" : " or shelve") + " it";
    }

    private AlarmActions() {}
}
