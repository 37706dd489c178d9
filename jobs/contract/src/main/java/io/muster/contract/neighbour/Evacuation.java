package io.muster.contract.neighbour;

import io.muster.contract.MissingFieldException;
import io.muster.contract.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call, then the roster in parts of at most 500 people, then the end: a value of the topic of evacuations.
 *
 * @param message {@code start}, {@code roster} or {@code end}
 * @param timestamp when it happened
 * @param drill of the start: an exercise; null = it is none
 * @param fenceId of the start: who is in it is called; null = everybody
 * @param musterFenceIds of the start: muster points, at least one
 * @param rosterSize of the start: people in all parts of the roster; null = not said
 * @param personIds of a part of the roster: who was on site at the call
 */
public record Evacuation(
        String evacuationId,
        String message,
        Instant timestamp,
        @Nullable Boolean drill,
        @Nullable String fenceId,
        List<String> musterFenceIds,
        @Nullable Integer rosterSize,
        List<String> personIds) {
    public Evacuation {
        Ask.id("evacuation_id", evacuationId);
        Ask.oneOf("message", message, List.of("start", "roster", "end"));
        Required.field("timestamp", timestamp);
        Ask.idOrNothing("fence_id", fenceId);
        musterFenceIds = Required.list(musterFenceIds);
        Ask.ids("muster_fence_ids", musterFenceIds);
        personIds = Required.list(personIds);
        Ask.ids("person_ids", personIds);
        if (message.equals("start") && musterFenceIds.isEmpty()) {
            throw new MissingFieldException("muster_fence_ids");
        }
        if (rosterSize != null && rosterSize < 0) {
            throw new IllegalArgumentException("roster_size: expected 0 or more, was " + rosterSize);
        }
    }
}
