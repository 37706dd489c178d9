package io.muster.contract.omlox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody entered or left a fence: an omlox FenceEvent, the value of {@code fence-events}. An exit repeats {@code entry_time}, so that one
 * record gives the whole stay. What we add is {@link io.muster.contract.value.FenceEventProperties} under {@code properties.muster}.
 *
 * @param id UUIDv5 of what happened, so that a replay does not duplicate
 * @param fenceId UUID
 * @param providerId null where a trackable triggered it
 * @param trackableId null where a provider triggered it
 * @param foreignId of the fence
 * @param entryTime first registered inside
 * @param exitTime null of an entry
 * @param properties those of the fence, and ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FenceEvent(
        String id,
        String fenceId,
        FenceEventType eventType,
        @Nullable String providerId,
        @Nullable String trackableId,
        @Nullable List<String> trackables,
        @Nullable String foreignId,
        @Nullable Instant entryTime,
        @Nullable Instant exitTime,
        @Nullable ObjectNode properties) {
    public FenceEvent {
        Required.field("id", id);
        Required.field("fence_id", fenceId);
        Required.field("event_type", eventType);
        trackables = trackables == null ? null : List.copyOf(trackables);
    }
}
