package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a control room asks for: the value of {@code alarm-commands}.
 *
 * @param commandId UUID made by the sender; a repeated one is applied once
 * @param target {@code alarm}, {@code trackable} or {@code fence}; the key is its id
 * @param by person
 * @param reason demanded by clear, shelve and release
 * @param until of shelve and silence
 */
public record AlarmCommand(
        String commandId,
        CommandKind command,
        Subject target,
        String by,
        @Nullable String role,
        @Nullable String reason,
        @Nullable Instant until) {
    public AlarmCommand {
        Required.field("command_id", commandId);
        Required.field("command", command);
        Required.field("target", target);
        Required.field("by", by);
    }
}
