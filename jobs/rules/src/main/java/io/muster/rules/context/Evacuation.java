package io.muster.rules.context;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People are called to the muster points, or the call is over.
 *
 * @param drill an exercise, which is the same otherwise
 * @param fenceId only those inside are called; null = everybody
 * @param musterFenceIds where to go; sorted; empty in all messages but START
 * @param personIds of a ROSTER: who was on site at the call, sorted
 */
public record Evacuation(
        String evacuationId,
        Message message,
        boolean drill,
        @Nullable String fenceId,
        List<String> musterFenceIds,
        List<String> personIds) {

    public enum Message {
        START,
        ROSTER,
        END
    }

    public Evacuation {
        musterFenceIds = musterFenceIds == null ? List.of() : musterFenceIds;
        personIds = personIds == null ? List.of() : personIds;
    }
}
