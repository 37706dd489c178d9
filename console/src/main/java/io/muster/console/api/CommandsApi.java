package io.muster.console.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.console.history.CommandHistory;
import io.muster.console.history.Journal;
import io.muster.console.live.CommandLedger;
import io.muster.console.live.Commands;
import io.muster.console.live.Live;
import io.muster.console.live.LiveSite;
import io.muster.console.live.NotSent;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmCommand;
import io.muster.contract.value.AlarmState;
import io.muster.contract.value.CommandKind;
import io.muster.contract.value.SetAside;
import io.muster.contract.value.Subject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What operators ask for beyond one alarm: of a place, a person, a tag or the whole site; what became of it, and what stands. */
@RestController
@RequestMapping("/api/v1/sites/{site}")
public class CommandsApi {
    private static final List<String> TARGETS =
            List.of("alarm", "trackable", "fence", "gathering", "provider", "vendor", "site");

    private final Live live;
    private final Commands commands;
    private final CommandHistory history;
    private final Journal journal;

    CommandsApi(Live live, Commands commands, CommandHistory history, Journal journal) {
        this.live = live;
        this.commands = commands;
        this.history = history;
        this.journal = journal;
    }

    /**
     * @param type {@code alarm}, {@code trackable}, {@code fence}, {@code gathering}, {@code provider}, {@code vendor} or {@code site}
     * @param id of a fence: its UUID, or the id in the plan; may be left out for {@code site}
     */
    public record Target(@Nullable String type, @Nullable String id) {}

    /**
     * @param command any that there is: {@code acknowledge}, {@code shelve}, {@code unshelve}, {@code silence}, {@code unsilence}, {@code reset}, {@code clear},
     *     {@code comment}, {@code release}, {@code approve}, {@code unapprove}, {@code remove_from_service}, {@code return_to_service}
     * @param reason demanded by shelve, silence, clear, comment, approve, release and remove_from_service
     * @param until demanded by shelve, silence and approve; remove_from_service may have it
     * @param kinds alarm kinds that it is for; none = all
     * @param maxCount of approve: how many people a gathering may have; null = any number
     */
    public record AskedOf(
            @Nullable String command,
            @Nullable Target target,
            @Nullable String reason,
            @Nullable String until,
            @Nullable List<String> kinds,
            @Nullable Integer maxCount) {}

    public record SubjectView(String type, String id) {}

    /**
     * @param state {@code waiting}: nobody said anything yet; {@code accepted}: it was done, or stands; {@code refused}
     * @param detail of a refusal: why
     * @param alarmIds those that it changed, as far as heard
     */
    public record CommandView(
            String commandId,
            String command,
            SubjectView target,
            String by,
            @Nullable String reason,
            @Nullable Instant until,
            List<String> kinds,
            @Nullable Integer maxCount,
            @Nullable Instant takenAt,
            String state,
            @Nullable String detail,
            List<String> alarmIds) {}

    /** @param until null = until somebody takes it back */
    public record StandingOrder(
            String commandId,
            SubjectView target,
            List<String> kinds,
            String by,
            @Nullable String reason,
            Instant since,
            @Nullable Instant until,
            @Nullable Integer maxCount) {}

    public record Shelved(
            String alarmId,
            String kind,
            @Nullable Instant until,
            @Nullable String by,
            @Nullable String reason) {}

    public record StandingView(
            List<StandingOrder> silences,
            List<StandingOrder> outOfService,
            List<StandingOrder> approvals,
            List<Shelved> shelved) {}

    /** Hands a command to the alarm desk; {@code GET …/commands/ID} says what became of it. */
    @PostMapping("/commands")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CommandApi.Sent send(
            Authentication who, @PathVariable String site, @RequestBody AskedOf asked, HttpServletRequest request)
            throws NotSent {
        Scope scope = Scope.of(who, live, site);
        CommandKind kind = Asking.kind(asked.command(), EnumSet.allOf(CommandKind.class));
        Subject target = target(scope, kind, asked.target());
        AlarmCommand command = Asking.command(
                scope,
                kind,
                target,
                new Asking.Asked(asked.command(), asked.reason(), asked.until(), asked.kinds(), asked.maxCount()));
        commands.send(site, command);
        ObjectNode detail = Json.object();
        detail.set("command", Json.tree(command));
        journal.act(
                scope.user().getUsername(),
                "command." + kind.wire(),
                site,
                target.type() + " " + target.id(),
                Json.writeString(detail),
                request.getRemoteAddr());
        return new CommandApi.Sent(command.commandId());
    }

    /** What became of a command, whoever sent it; known for what was asked since this console started, and some minutes before. */
    @GetMapping("/commands/{id}")
    CommandView answer(Authentication who, @PathVariable String site, @PathVariable String id) {
        CommandLedger.Entry entry = Scope.of(who, live, site).site().commands().entry(id);
        if (entry == null) {
            throw new NotThere("there is no command " + id);
        }
        AlarmCommand command = entry.command();
        return new CommandView(
                command.commandId(),
                command.command().wire(),
                view(command.target()),
                command.by(),
                command.reason(),
                command.until(),
                command.kinds(),
                command.maxCount(),
                entry.takenAt(),
                entry.state().name().toLowerCase(Locale.ROOT),
                entry.detail(),
                entry.alarmIds());
    }

    /** What was asked for, was not refused and is not over. */
    @GetMapping("/standing")
    StandingView standing(Authentication who, @PathVariable String site) {
        LiveSite here = Scope.of(who, live, site).site();
        List<Standing.Order> asked = new ArrayList<>();
        for (CommandHistory.Sent each : history.standing(site)) {
            try {
                asked.add(new Standing.Order(
                        Json.read(each.document().getBytes(StandardCharsets.UTF_8), AlarmCommand.class), each.at()));
            } catch (Unreadable e) {
                // The desk could not read it either.
            }
        }
        Standing standing = Standing.of(asked, here.commands()::isRefused, Instant.now());
        return new StandingView(
                standing.of(CommandKind.SILENCE).stream().map(CommandsApi::view).toList(),
                standing.of(CommandKind.REMOVE_FROM_SERVICE).stream()
                        .map(CommandsApi::view)
                        .toList(),
                standing.of(CommandKind.APPROVE).stream().map(CommandsApi::view).toList(),
                here.openAlarms().stream()
                        .filter(each -> each.state() == AlarmState.SHELVED)
                        .map(CommandsApi::shelved)
                        .toList());
    }

    private static StandingOrder view(Standing.Order order) {
        AlarmCommand command = order.command();
        return new StandingOrder(
                command.commandId(),
                view(command.target()),
                command.kinds(),
                command.by(),
                command.reason(),
                order.since(),
                command.until(),
                command.maxCount());
    }

    private static Shelved shelved(Alarm alarm) {
        SetAside aside = alarm.setAside();
        return new Shelved(
                alarm.alarmId(),
                alarm.kind().wire(),
                alarm.shelvedUntil(),
                aside == null ? null : aside.by(),
                aside == null ? null : aside.reason());
    }

    private static SubjectView view(Subject subject) {
        return new SubjectView(subject.type(), subject.id());
    }

    private static Subject target(Scope scope, CommandKind kind, @Nullable Target given) {
        String type = Given.text("target.type", given == null ? null : given.type());
        if (!TARGETS.contains(type)) {
            throw new BadRequest("target.type must be one of " + String.join(", ", TARGETS) + ", was '" + type + "'");
        }
        if (kind == CommandKind.RELEASE && !type.equals("trackable")) {
            throw new BadRequest("target.type must be trackable: a person is released, was '" + type + "'");
        }
        LiveSite site = scope.site();
        if (type.equals("site")) {
            return new Subject(type, site.id());
        }
        String id = Given.text("target.id", given == null ? null : given.id());
        switch (type) {
            case "fence" -> {
                Plan plan = site.plan(Instant.now());
                PlanFence fence = plan == null ? null : plan.fence(Ids.fenceId(site.id(), id));
                if (fence == null) {
                    throw new BadRequest("target.id: the plan in force has no fence '" + id + "'");
                }
                return new Subject(type, fence.id());
            }
            case "trackable" -> {
                if (site.registered(id) == null && site.person(id) == null) {
                    throw new BadRequest("target.id: nobody is known as '" + id + "'");
                }
            }
            case "alarm" -> {
                if (site.alarm(id) == null) {
                    throw new BadRequest("target.id: no alarm '" + id + "' stands");
                }
            }
            default -> {
                // Tags, vendors and gatherings may be known to the job alone.
            }
        }
        return new Subject(type, id);
    }
}
