package io.muster.simulator.event;

import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alarm that is due because the script says so.
 *
 * @param subjectType {@code trackable} (the subject is a member), {@code fence} (an id as in the plan file), {@code permit}, {@code provider} (a member: its first tag), or {@code vendor}
 * @param subject a member, fence, permit or vendor, as told by the type
 * @param onsetMillis simulated time from which it is true
 * @param dueMillis simulated time by which it must be readable
 * @param endMillis simulated time from which it is no longer true; null = stays true
 * @param members who takes part
 * @param tolerated true: an alarm may match it but need not
 */
public record Expectation(
        AlarmKind kind,
        String subjectType,
        String subject,
        long onsetMillis,
        long dueMillis,
        @Nullable Long endMillis,
        List<String> members,
        @Nullable Level level,
        boolean tolerated) {
    public Expectation {
        members = List.copyOf(members);
    }
}
