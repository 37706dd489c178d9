package io.muster.rules.alarm;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The life cycle of one alarm after ISA-18.2, as a table. What the table does not name is not legal.
 *
 * <pre>
 *                    CONDITION               RETURN                     ACKNOWLEDGE, CLEAR, RAISED_AGAIN
 *         NORMAL ----------------> RAISED_ ----------> RETURNED_ ------------------------------------> CLEARED
 *                                  UNACKNOWLEDGED      UNACKNOWLEDGED                                     ^
 *                                     |  ^     |                                                          |
 *                         ACKNOWLEDGE |  |     +------ RETURN_SELF -------------------------------------->+
 *                                     |  | ANNUNCIATE                                                     |
 *                                     v  |                                                                |
 *                                ACKNOWLEDGED -------- RETURN, RETURN_SELF ------------------------------>+
 *                                     |                                                                   |
 *                                     | RETURN_LATCHING         (from RAISED_UNACKNOWLEDGED: RETURN_LATCHING
 *                                     v                          to LATCHED_UNACKNOWLEDGED)               |
 *     LATCHED_UNACKNOWLEDGED --> LATCHED_ACKNOWLEDGED --- RESET, CLEAR, RAISED_AGAIN -------------------->+
 *            |          ACKNOWLEDGE                                                                       |
 *            +------------------------------------------- CLEAR, RAISED_AGAIN --------------------------->+
 *
 *     RAISED_UNACKNOWLEDGED, ACKNOWLEDGED -- SHELVE, SUPPRESS, REMOVE_FROM_SERVICE --> SHELVED, SUPPRESSED, OUT_OF_SERVICE
 *     SHELVED, SUPPRESSED, OUT_OF_SERVICE -- UNSHELVE, UNSUPPRESS, RETURN_TO_SERVICE --> RAISED_UNACKNOWLEDGED
 *     SHELVED, SUPPRESSED, OUT_OF_SERVICE -- RETURN, RETURN_SELF --> CLEARED    -- RETURN_LATCHING --> LATCHED_UNACKNOWLEDGED
 * </pre>
 *
 * <p>A table of one episode: a condition that comes back after its end is a new alarm, from {@link #NORMAL}, and closes the one before it
 * where that still waits for somebody. So an acknowledgement belongs to what was seen. Whether a latched alarm wants RESET or CLEAR is said
 * by its {@link Closing}.
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

        // While it holds: it goes on; it is to be heard again; a person sees it.
        RAISED_UNACKNOWLEDGED.on(AlarmEvent.CONDITION, RAISED_UNACKNOWLEDGED);
        RAISED_UNACKNOWLEDGED.on(AlarmEvent.ANNUNCIATE, RAISED_UNACKNOWLEDGED);
        RAISED_UNACKNOWLEDGED.on(AlarmEvent.ACKNOWLEDGE, ACKNOWLEDGED);
        // It ends unseen: kept apart, so that nobody misses that it was; where nobody needs to know, it is closed;
        // where somebody must go and look, it waits for them.
        RAISED_UNACKNOWLEDGED.on(AlarmEvent.RETURN, RETURNED_UNACKNOWLEDGED);
        RAISED_UNACKNOWLEDGED.on(AlarmEvent.RETURN_SELF, CLEARED);
        RAISED_UNACKNOWLEDGED.on(AlarmEvent.RETURN_LATCHING, LATCHED_UNACKNOWLEDGED);

        // Seen: what goes on is no news; what has become worse, or has been left for too long, is (C to B).
        ACKNOWLEDGED.on(AlarmEvent.CONDITION, ACKNOWLEDGED);
        ACKNOWLEDGED.on(AlarmEvent.ANNUNCIATE, RAISED_UNACKNOWLEDGED);
        // Its end closes it, since nothing is left to tell. A latching one still wants a person.
        ACKNOWLEDGED.on(AlarmEvent.RETURN, CLEARED);
        ACKNOWLEDGED.on(AlarmEvent.RETURN_SELF, CLEARED);
        ACKNOWLEDGED.on(AlarmEvent.RETURN_LATCHING, LATCHED_ACKNOWLEDGED);

        // Ended unseen: seeing it closes it (D to A), and so does who clears it with a reason.
        RETURNED_UNACKNOWLEDGED.on(AlarmEvent.ACKNOWLEDGE, CLEARED);
        RETURNED_UNACKNOWLEDGED.on(AlarmEvent.CLEAR, CLEARED);
        // The condition is back: a new episode, which wants to be seen by itself.
        RETURNED_UNACKNOWLEDGED.on(AlarmEvent.RAISED_AGAIN, CLEARED);

        // Latched: acknowledge, then reset, in this order. Who confirms an end by name and with a reason has seen
        // it too.
        LATCHED_UNACKNOWLEDGED.on(AlarmEvent.ACKNOWLEDGE, LATCHED_ACKNOWLEDGED);
        LATCHED_UNACKNOWLEDGED.on(AlarmEvent.CLEAR, CLEARED);
        LATCHED_UNACKNOWLEDGED.on(AlarmEvent.RAISED_AGAIN, CLEARED);
        LATCHED_ACKNOWLEDGED.on(AlarmEvent.RESET, CLEARED);
        LATCHED_ACKNOWLEDGED.on(AlarmEvent.CLEAR, CLEARED);
        LATCHED_ACKNOWLEDGED.on(AlarmEvent.RAISED_AGAIN, CLEARED);

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

    /** Whether it is put aside: nobody is told, and its condition is watched all the same. */
    public boolean isAside() {
        return this == SHELVED || this == SUPPRESSED || this == OUT_OF_SERVICE;
    }

    /** Whether its condition has ended and somebody is waited for. */
    public boolean isWaiting() {
        return this == RETURNED_UNACKNOWLEDGED || this == LATCHED_UNACKNOWLEDGED || this == LATCHED_ACKNOWLEDGED;
    }

    /** As a person says it. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What brings an alarm here that is put aside. */
    AlarmEvent puttingAside() {
        return switch (this) {
            case SHELVED -> AlarmEvent.SHELVE;
            case SUPPRESSED -> AlarmEvent.SUPPRESS;
            case OUT_OF_SERVICE -> AlarmEvent.REMOVE_FROM_SERVICE;
            default -> throw new IllegalStateException(this + " is not aside");
        };
    }

    /** What brings it back from here. */
    AlarmEvent bringingBack() {
        return switch (this) {
            case SHELVED -> AlarmEvent.UNSHELVE;
            case SUPPRESSED -> AlarmEvent.UNSUPPRESS;
            case OUT_OF_SERVICE -> AlarmEvent.RETURN_TO_SERVICE;
            default -> throw new IllegalStateException(this + " is not aside");
        };
    }

    private void backOn(AlarmEvent event) {
        on(event, RAISED_UNACKNOWLEDGED);
        on(AlarmEvent.CONDITION, this);
        // Who put it aside said more than "seen": nothing is left to tell. What a person must confirm or reset still
        // waits for that person, however quiet it was made.
        on(AlarmEvent.RETURN, CLEARED);
        on(AlarmEvent.RETURN_SELF, CLEARED);
        on(AlarmEvent.RETURN_LATCHING, LATCHED_UNACKNOWLEDGED);
    }
}
