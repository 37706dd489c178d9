package io.muster.rules.alarm;

/** How an alarm ends once its condition has ended: a column of {@link AlarmCatalogue}. */
public enum Closing {
    /** By itself: nothing is left to do, and nobody has to have seen it (AQ 3064.3 5.4.6: warnings that need no clearing by hand). */
    SELF,
    /** Once somebody has acknowledged it, before or after the end (ISA-18.2 D to A): that it was must not be missed. */
    ACKNOWLEDGE,
    /**
     * By a named person with a reason, where it ever was orange or red: dispersal is confirmed by hand and stored (AQ 3064.3 5.2.3 c). A gathering that
     * was yellow or blue all the time closes by itself.
     */
    CONFIRM,
    /** Acknowledged, then reset (ISA-18.2 latching): somebody has gone and looked. */
    LATCH;

    /** What the end of the condition is to an alarm that closes like this. */
    AlarmEvent atReturn(String highestLevel) {
        return switch (this) {
            case SELF -> AlarmEvent.RETURN_SELF;
            case ACKNOWLEDGE -> AlarmEvent.RETURN;
            case CONFIRM ->
                AlarmCatalogue.isAtLeast(highestLevel, "orange") ? AlarmEvent.RETURN_LATCHING : AlarmEvent.RETURN_SELF;
            case LATCH -> AlarmEvent.RETURN_LATCHING;
        };
    }
}
