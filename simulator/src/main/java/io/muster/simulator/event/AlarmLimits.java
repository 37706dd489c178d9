package io.muster.simulator.event;

/** How long something may go on before an alarm is due, where the plan's fence does not say it. */
final class AlarmLimits {
    /** From the moment of the decision to the alarm (AQ 3064.3 7.2.2, 5.2.4 a); for the other kinds taken from there. */
    static final long PUSH_MILLIS = 5_000;
    /** A guardian outside of the place of work: the alarm catalogue's default; AQ 3064.2 5.9.6 has no number. */
    static final long GUARDIAN_MILLIS = 30_000;
    /** Not at a muster point after the call: ours; no public number. */
    static final long EVACUATION_MILLIS = 600_000;
    /** Through a gate and no tag heard: the alarm catalogue's default for a terminal that is silent inside. */
    static final long NO_TAG_MILLIS = 30_000;

    private AlarmLimits() {}
}
