package io.muster.rules.alarm;

import org.jspecify.annotations.Nullable;

/** What the desk knows beyond one alarm. */
interface Surroundings {
    /** Onset in ordering time that no alarm of this subject has had: this, or a little later. */
    long freeOnset(String kind, String subjectId, long sinceMillis);

    /** A standing order about an alarm; null = none is. */
    @Nullable
    Order order(OpenAlarm alarm);

    /** What explains an alarm; null = nothing does. */
    @Nullable
    Cause cause(Finding finding);

    /** By which a gathering is allowed; null = it is not. */
    @Nullable
    Approval approval(OpenAlarm alarm);
}
