package io.muster.rules.alarm;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The life cycle of one alarm after ISA-18.2, as a table. What the table does not name is not legal.
 *
 * <pre>
 *                    CONDITION                    RETURN                            CLEAR
 *         NORMAL ----------------> RAISED_ ----------------> RETURNED_ ------------------------------> CLEARED
 *                                  UNACKNOWLEDGED            UNACKNOWLEDGED                               ^
 *                                     |  ^   ^                 |      |                                   |
 *                         ACKNOWLEDGE |  |   +--- CONDITION ---+      +----------- ACKNOWLEDGE -----------+
 *                                     v  |                                                                |
 *                                ACKNOWLEDGED ------------------------- RETURN ---------------------------+
 *                                     |
 *                                     | RETURN_LATCHING         (from RAISED_UNACKNOWLEDGED: RETURN_LATCHING
 *                                     v                          to LATCHED_UNACKNOWLEDGED)
 *     LATCHED_UNACKNOWLEDGED --> LATCHED_ACKNOWLEDGED ------------------ RESET ------------------------> CLEARED
 *                       ACKNOWLEDGE                              (CONDITION: raised again from both)
 *
 *     RAISED_UNACKNOWLEDGED, ACKNOWLEDGED -- SHELVE, SUPPRESS, REMOVE_FROM_SERVICE --> SHELVED, SUPPRESSED, OUT_OF_SERVICE
 *     SHELVED, SUPPRESSED, OUT_OF_SERVICE -- UNSHELVE, UNSUPPRESS, RETURN_TO_SERVICE --> RAISED_UNACKNOWLEDGED
 *     SHELVED, SUPPRESSED, OUT_OF_SERVICE -- RETURN --> CLEARED          -- RETURN_LATCHING --> LATCHED_UNACKNOWLEDGED
 * </pre>
 *
 * <p>A table of one alarm: a condition that comes back after {@link #CLEARED} is a new alarm, from {@link #NORMAL}.
 *
 * <p>Today nobody answers alarms: on RETURN the rule itself goes on with CLEAR, by {@code system}, in the same moment. Commands of operators
 * come in by {@code alarm-commands} later; orange and red gatherings will then wait in {@link #RETURNED_UNACKNOWLEDGED} until a person confirms
 * that the group has dispersed (AQ 3064.3 5.2.3 c), and latching alarms, which even now wait for a person, can be acknowledged and reset.
 */
public enum LifeCycle {
    /** No alarm: nobody is told anything. */
    NORMAL(null),
    RAISED_UNACKNOWLEDGED(AlarmStatus.RAISED_UNACKNOWLEDGED),
    ACKNOWLEDGED(AlarmStatus.ACKNOWLEDGED),
    RETURNED_UNACKNOWLEDGED(AlarmStatus.RETURNED_UNACKNOWLEDGED),
    CLEARED(AlarmStatus.CLEARED),
    LATCHED_UNACKNOWLEDGED(AlarmStatus.LATCHED_UNACKNOWLEDGED),
    LATCHED_ACKNOWLEDGED(AlarmStatus.LATCHED_ACKNOWLEDGED),
    SHELVED(AlarmStatus.SHELVED),
    SUPPRESSED(AlarmStatus.SUPPRESSED),
    OUT_OF_SERVICE(AlarmStatus.OUT_OF_SERVICE);

    static {
        // A condition raises the alarm.
        NORMAL.on(AlarmEvent.CONDITION, RAISED_UNACKNOWLEDGED);

        // While it holds: a person sees it; it goes on; it ends. Unseen, its end is kept apart, so that nobody misses
        // that it was.
        RAISED_UNACKNOWLEDGED.on(AlarmEvent.CONDITION, RAISED_UNACKNOWLEDGED);
        RAISED_UNACKNOWLEDGED.on(AlarmEvent.ACKNOWLEDGE, ACKNOWLEDGED);
        RAISED_UNACKNOWLEDGED.on(AlarmEvent.RETURN, RETURNED_UNACKNOWLEDGED);
        RAISED_UNACKNOWLEDGED.on(AlarmEvent.RETURN_LATCHING, LATCHED_UNACKNOWLEDGED);

        // Seen: its end closes it, since nothing is left to tell. A latching one still wants a reset.
        ACKNOWLEDGED.on(AlarmEvent.CONDITION, ACKNOWLEDGED);
        ACKNOWLEDGED.on(AlarmEvent.RETURN, CLEARED);
        ACKNOWLEDGED.on(AlarmEvent.RETURN_LATCHING, LATCHED_ACKNOWLEDGED);

        // Ended unseen: seeing it closes it; the same alarm rises again if the condition does.
        RETURNED_UNACKNOWLEDGED.on(AlarmEvent.CONDITION, RAISED_UNACKNOWLEDGED);
        RETURNED_UNACKNOWLEDGED.on(AlarmEvent.ACKNOWLEDGE, CLEARED);
        RETURNED_UNACKNOWLEDGED.on(AlarmEvent.CLEAR, CLEARED);

        // Latched: acknowledge, then reset, in this order; a condition that comes back wants to be seen anew.
        LATCHED_UNACKNOWLEDGED.on(AlarmEvent.CONDITION, RAISED_UNACKNOWLEDGED);
        LATCHED_UNACKNOWLEDGED.on(AlarmEvent.ACKNOWLEDGE, LATCHED_ACKNOWLEDGED);
        LATCHED_ACKNOWLEDGED.on(AlarmEvent.CONDITION, RAISED_UNACKNOWLEDGED);
        LATCHED_ACKNOWLEDGED.on(AlarmEvent.RESET, CLEARED);

        // Put aside while the condition holds; back while it still holds, it wants to be seen anew.
        RAISED_UNACKNOWLEDGED.aside();
        ACKNOWLEDGED.aside();
        SHELVED.backOn(AlarmEvent.UNSHELVE);
        SUPPRESSED.backOn(AlarmEvent.UNSUPPRESS);
        OUT_OF_SERVICE.backOn(AlarmEvent.RETURN_TO_SERVICE);
    }

    private final @Nullable AlarmStatus status;
    /** Filled once, above: a constant cannot name the constants after it in its constructor. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<AlarmEvent, LifeCycle> steps = new EnumMap<>(AlarmEvent.class);

    LifeCycle(@Nullable AlarmStatus status) {
        this.status = status;
    }

    /** @return where the event leads to; null = it is not legal here */
    public @Nullable LifeCycle next(AlarmEvent event) {
        return steps.get(event);
    }

    /** @throws IllegalStateException if the event is not legal here */
    public LifeCycle after(AlarmEvent event) {
        LifeCycle next = steps.get(event);
        if (next == null) {
            throw new IllegalStateException(event + " is not legal in " + this);
        }
        return next;
    }

    /** @return null = {@link #NORMAL}, which is no alarm */
    public @Nullable AlarmStatus status() {
        return status;
    }

    public static LifeCycle of(AlarmStatus status) {
        return valueOf(status.name());
    }

    private void on(AlarmEvent event, LifeCycle next) {
        steps.put(event, next);
    }

    private void aside() {
        on(AlarmEvent.SHELVE, SHELVED);
        on(AlarmEvent.SUPPRESS, SUPPRESSED);
        on(AlarmEvent.REMOVE_FROM_SERVICE, OUT_OF_SERVICE);
    }

    private void backOn(AlarmEvent event) {
        on(event, RAISED_UNACKNOWLEDGED);
        on(AlarmEvent.CONDITION, this);
        on(AlarmEvent.RETURN, CLEARED);
        on(AlarmEvent.RETURN_LATCHING, LATCHED_UNACKNOWLEDGED);
    }
}
