package io.muster.contract.value;

import io.muster.contract.MissingFieldException;
import io.muster.contract.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a control room asks for: the value of {@code alarm-commands}.
 *
 * @param commandId UUID made by the sender; a repeated one is applied once
 * @param target {@code alarm}: that one; {@code trackable}, {@code fence}, {@code gathering}, {@code provider}, {@code vendor}: every open alarm about it, or that
 *     names the fence or the person; {@code site}: all. The key is its id
 * @param by person
 * @param reason demanded by clear, comment, shelve, silence, remove_from_service, approve and release
 * @param until demanded by shelve, silence and approve; remove_from_service may have it
 * @param kinds alarm kinds that it is for, in lower snake case; empty = all
 * @param maxCount of approve: how many people the gathering may have, >= 1
 */
public record AlarmCommand(
        String commandId,
        CommandKind command,
        Subject target,
        String by,
        @Nullable String role,
        @Nullable String reason,
        @Nullable Instant until,
        List<String> kinds,
        @Nullable Integer maxCount) {
    private static final int LONGEST_ID = 256;
    private static final List<String> TARGETS =
            List.of("alarm", "trackable", "fence", "gathering", "provider", "vendor", "site");

    public AlarmCommand {
        Required.field("command_id", commandId);
        Required.field("command", command);
        Required.field("target", target);
        Required.field("by", by);
        idLike("command_id", commandId);
        idLike("target.id", target.id());
        idLike("by", by);
        if (!TARGETS.contains(target.type())) {
            throw new IllegalArgumentException(
                    "target.type: expected one of " + String.join(", ", TARGETS) + ", was '" + target.type() + "'");
        }
        kinds = Required.list(kinds);
        if (maxCount != null && maxCount < 1) {
            throw new IllegalArgumentException("max_count: expected 1 or more, was " + maxCount);
        }
    }

    private static void idLike(String field, String value) {
        if (value.isBlank()) {
            throw new MissingFieldException(field);
        }
        if (value.length() > LONGEST_ID) {
            throw new IllegalArgumentException(
                    field + ": at most " + LONGEST_ID + " characters, was " + value.length());
        }
    }
}
