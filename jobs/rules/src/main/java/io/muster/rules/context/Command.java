package io.muster.rules.context;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a control room asks for: a record of {@code alarm-commands}.
 *
 * @param commandId made by the sender; a repeated one is applied once
 * @param command acknowledge, shelve, silence, reset, clear, release, comment, approve …: the wire word
 * @param targetType site, alarm, fence, trackable, provider, vendor or gathering
 * @param targetId its id; an alarm's is the UUID on the wire
 * @param by the person who asks
 * @param role null = not said
 * @param reason null = not said
 * @param untilMillis ms since the epoch; null = not said
 * @param kinds alarm kinds that it is for; empty = all
 * @param maxCount how many an approved gathering may have; null = not said
 */
public record Command(
        String commandId,
        String command,
        String targetType,
        String targetId,
        String by,
        @Nullable String role,
        @Nullable String reason,
        @Nullable Long untilMillis,
        List<String> kinds,
        @Nullable Integer maxCount) {
    public Command {
        kinds = kinds == null ? List.of() : kinds;
    }
}
