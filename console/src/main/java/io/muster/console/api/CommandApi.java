package io.muster.console.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.console.history.Journal;
import io.muster.console.live.Commands;
import io.muster.console.live.Live;
import io.muster.console.live.NotSent;
import io.muster.contract.codec.Json;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmCommand;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.CommandKind;
import io.muster.contract.value.Subject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What operators do about alarms. Needs Kafka, and no database: an alarm can be acknowledged while the history waits. */
@RestController
@RequestMapping("/api/v1/sites/{site}/alarms/{id}")
public class CommandApi {
    /** What is asked of one alarm; what is asked of places and people has addresses of its own. */
    private static final Set<CommandKind> OF_AN_ALARM = EnumSet.of(
            CommandKind.ACKNOWLEDGE,
            CommandKind.SHELVE,
            CommandKind.UNSHELVE,
            CommandKind.RESET,
            CommandKind.CLEAR,
            CommandKind.COMMENT,
            CommandKind.APPROVE);

    private final Live live;
    private final Commands commands;
    private final Journal journal;

    CommandApi(Live live, Commands commands, Journal journal) {
        this.live = live;
        this.commands = commands;
        this.journal = journal;
    }

    /**
     * @param command {@code acknowledge}, {@code shelve}, {@code unshelve}, {@code reset}, {@code clear}, {@code comment} or {@code approve}
     * @param reason demanded by all but acknowledge, unshelve and reset
     * @param until demanded by shelve and approve
     * @param maxCount of approve: how many people the gathering may have
     */
    public record Asked(
            @Nullable String command,
            @Nullable String reason,
            @Nullable String until,
            @Nullable Integer maxCount) {}

    /** It is with the alarm desk, which answers by a change of the alarm, or by a record in the rejects of the site. */
    public record Sent(String commandId) {}

    @PostMapping("/commands")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Sent send(
            Authentication who,
            @PathVariable String site,
            @PathVariable String id,
            @RequestBody Asked asked,
            HttpServletRequest request)
            throws NotSent {
        Scope scope = Scope.of(who, live, site);
        Alarm alarm = scope.site().alarm(id);
        if (alarm == null) {
            throw new NotThere("there is no alarm " + id + " that stands");
        }
        AlarmCommand command = command(scope, alarm, asked);
        commands.send(site, command);
        ObjectNode detail = Json.object();
        detail.put("command_id", command.commandId());
        detail.put("kind", alarm.kind().wire());
        if (command.reason() != null) {
            detail.put("reason", command.reason());
        }
        journal.act(
                scope.user().getUsername(),
                "alarm." + command.command().wire(),
                site,
                id,
                detail.toString(),
                request.getRemoteAddr());
        return new Sent(command.commandId());
    }

    private static AlarmCommand command(Scope scope, Alarm alarm, Asked asked) {
        CommandKind kind = Asking.kind(asked.command(), OF_AN_ALARM);
        return Asking.command(
                scope,
                kind,
                kind == CommandKind.APPROVE ? gathering(alarm) : new Subject("alarm", alarm.alarmId()),
                new Asking.Asked(asked.command(), asked.reason(), asked.until(), List.of(), asked.maxCount()));
    }

    /** The desk approves gatherings, not alarms: what is allowed may outlive the alarm about it. */
    private static Subject gathering(Alarm alarm) {
        if (alarm.kind() != AlarmKind.GATHERING) {
            throw new BadRequest(
                    "command must not be approve: only a gathering can be approved, and this alarm is of kind '"
                            + alarm.kind().wire() + "'");
        }
        return alarm.subject();
    }
}
