package io.muster.console.api;

import io.muster.contract.value.AlarmCommand;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.CommandKind;
import io.muster.contract.value.Subject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a command out of what an operator asks for; what the alarm desk would refuse for its form alone is refused here, with the field. */
final class Asking {
    private static final Set<CommandKind> WITH_REASON = EnumSet.of(
            CommandKind.SHELVE,
            CommandKind.SILENCE,
            CommandKind.CLEAR,
            CommandKind.COMMENT,
            CommandKind.APPROVE,
            CommandKind.RELEASE,
            CommandKind.REMOVE_FROM_SERVICE);
    private static final Set<CommandKind> WITH_END =
            EnumSet.of(CommandKind.SHELVE, CommandKind.SILENCE, CommandKind.APPROVE);

    /** @param maxCount of approve: how many people the gathering may have */
    record Asked(
            @Nullable String command,
            @Nullable String reason,
            @Nullable String until,
            @Nullable List<String> kinds,
            @Nullable Integer maxCount) {}

    /** @param known those that can be asked for here */
    static CommandKind kind(@Nullable String given, Set<CommandKind> known) {
        String word = Given.text("command", given);
        return Arrays.stream(CommandKind.values())
                .filter(each -> each.wire().equals(word) && known.contains(each))
                .findFirst()
                .orElseThrow(() -> new BadRequest("command must be one of "
                        + String.join(
                                ", ", known.stream().map(CommandKind::wire).toList())
                        + ", was '" + word + "'"));
    }

    static AlarmCommand command(Scope scope, CommandKind kind, Subject target, Asked asked) {
        String reason = Given.textOrNull("reason", asked.reason());
        if (WITH_REASON.contains(kind) && reason == null) {
            throw new BadRequest("reason must be given: " + kind.wire() + " wants one");
        }
        Instant until = Given.timeOrNull("until", asked.until());
        if (WITH_END.contains(kind) && until == null) {
            throw new BadRequest("until must be given: " + kind.wire() + " ends some time");
        }
        if (until != null && !until.isAfter(Instant.now())) {
            throw new BadRequest("until must be ahead, was " + until);
        }
        if (asked.maxCount() != null && asked.maxCount() < 1) {
            throw new BadRequest("max_count must be 1 or more");
        }
        return new AlarmCommand(
                UUID.randomUUID().toString(),
                kind,
                target,
                scope.user().getUsername(),
                scope.user().role().wire(),
                reason,
                until == null ? null : until.truncatedTo(ChronoUnit.MILLIS),
                kinds(asked.kinds()),
                asked.maxCount());
    }

    private static List<String> kinds(@Nullable List<String> given) {
        List<String> known =
                Arrays.stream(AlarmKind.values()).map(AlarmKind::wire).sorted().toList();
        List<String> kinds = given == null ? List.of() : given;
        for (String each : kinds) {
            if (!known.contains(each)) {
                throw new BadRequest("kinds: expected any of " + String.join(", ", known) + ", was '" + each + "'");
            }
        }
        return kinds;
    }

    private Asking() {}
}
