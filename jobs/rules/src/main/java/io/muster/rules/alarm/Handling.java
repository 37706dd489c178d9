package io.muster.rules.alarm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done about an alarm.
 *
 * @param acknowledged who has seen what it says now; null = nobody
 * @param shelved the shelf it is on, though something graver may hide it meanwhile; null = on none
 * @param aside what puts it aside now; null = nothing
 * @param approved of a gathering: that it is allowed; null = it is not
 * @param escalated what nobody's acknowledging made of it; null = nothing
 * @param comments oldest first
 */
public record Handling(
        @Nullable Act acknowledged,
        @Nullable Aside shelved,
        @Nullable Aside aside,
        @Nullable Approval approved,
        @Nullable Escalation escalated,
        List<Act> comments) {
    public static final Handling NONE = new Handling(null, null, null, null, null, List.of());

    public Handling {
        comments = comments == null ? List.of() : comments;
    }

    Handling withAcknowledged(@Nullable Act by) {
        return new Handling(by, shelved, aside, approved, escalated, comments);
    }

    Handling withShelved(@Nullable Aside on) {
        return new Handling(acknowledged, on, aside, approved, escalated, comments);
    }

    Handling withAside(@Nullable Aside by) {
        return new Handling(acknowledged, shelved, by, approved, escalated, comments);
    }

    Handling withApproved(@Nullable Approval by) {
        return new Handling(acknowledged, shelved, aside, by, escalated, comments);
    }

    Handling withEscalated(Escalation to) {
        return new Handling(acknowledged, shelved, aside, approved, to, comments);
    }

    Handling withComments(List<Act> all) {
        return new Handling(acknowledged, shelved, aside, approved, escalated, all);
    }
}
