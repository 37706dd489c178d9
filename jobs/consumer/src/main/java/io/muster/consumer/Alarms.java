package io.muster.consumer;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Questions that the book asks of an alarm. */
final class Alarms {
    private Alarms() {}

    static boolean isOpen(Alarm alarm) {
        return alarm.state() != AlarmState.CLEARED;
    }

    static AlarmChange.Kind kindOf(@Nullable Alarm before, Alarm now) {
        if (!isOpen(now)) {
            return AlarmChange.Kind.CLEARED;
        }
        return before != null && isOpen(before) ? AlarmChange.Kind.CHANGED : AlarmChange.Kind.RAISED;
    }

    /** Equal in everything but the time of the report, which alone moves with a heartbeat. */
    static boolean sameButReported(Alarm one, Alarm other) {
        return reportedAt(one, null).equals(reportedAt(other, null));
    }

    static Alarm reportedAt(Alarm a, @Nullable Instant reportedAt) {
        return new Alarm(
                a.alarmId(),
                a.site(),
                a.seq(),
                a.kind(),
                a.name(),
                a.state(),
                a.level(),
                a.priority(),
                a.subject(),
                a.fenceIds(),
                a.trackableIds(),
                a.counts(),
                a.onsetAt(),
                a.raisedAt(),
                a.acknowledged(),
                a.returnedAt(),
                a.cleared(),
                a.shelvedUntil(),
                a.suppressedBy(),
                a.planVersion(),
                a.rule(),
                a.evidence(),
                reportedAt,
                a.setAside(),
                a.approved(),
                a.escalated(),
                a.reasons(),
                a.comments());
    }
}
