package io.muster.simulator.annex;

/** What a report of a layout is asked. */
public enum Question {
    /** Wrong: no warning, or fewer than six counted (A.4 miss). */
    SIX_ARE_TOGETHER(true),
    /** Wrong: a warning with six or more counted (A.4 false). */
    FIVE_ARE_TOGETHER(false),
    /** Wrong: no over-capacity alarm (A.5 miss). */
    ZONE_IS_OVERFULL(true),
    /** Wrong: an over-capacity alarm (A.5 false). */
    ZONE_IS_NOT_OVERFULL(false),
    /** Wrong: the zone counts somebody (A.5 boundary, miss: who left is not seen to have left). */
    NOBODY_IS_INSIDE(true),
    /** Wrong: the zone counts nobody (A.5 boundary, false: who is inside is told to have left). */
    ONE_IS_INSIDE(false),
    /** Asked for two delays: until the warning, and until the dispersal is seen. */
    THREE_COME_AND_GO(true);

    private final boolean miss;

    Question(boolean miss) {
        this.miss = miss;
    }

    /** True: a wrong report is a miss; false: a false alarm. */
    public boolean isMiss() {
        return miss;
    }

    boolean isGathering() {
        return this == SIX_ARE_TOGETHER || this == FIVE_ARE_TOGETHER || this == THREE_COME_AND_GO;
    }

    boolean isCapacity() {
        return this == ZONE_IS_OVERFULL || this == ZONE_IS_NOT_OVERFULL;
    }
}
