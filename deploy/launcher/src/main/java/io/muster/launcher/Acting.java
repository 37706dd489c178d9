package io.muster.launcher;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmCommand;
import io.muster.contract.value.CommandKind;
import io.muster.contract.value.Subject;
import io.muster.launcher.alarm.AlarmTable;
import io.muster.launcher.alarm.Answer;
import io.muster.launcher.alarm.CommandDesk;
import io.muster.launcher.alarm.StandingAlarms;
import io.muster.launcher.lines.Names;
import io.muster.launcher.lines.SiteNames;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.terminal.JsonOut;
import io.muster.launcher.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command has that does something about alarms: where, who, and how long to wait for the answer. */
final class Acting {
    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    @Mixin
    private final JsonOption output = new JsonOption();

    @Option(
            names = "--by",
            required = true,
            paramLabel = "NAME",
            description = "Who does it. It is written into the alarm.")
    @SuppressWarnings("NullAway.Init")
    private String by;

    @Option(names = "--role", paramLabel = "ROLE", description = "As what, such as 'shift leader'.")
    private @Nullable String role;

    @Option(
            names = "--wait",
            paramLabel = "D",
            converter = DurationConverter.class,
            defaultValue = "15s",
            description = "How long to wait for the answer. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private Duration wait;

    /** What is asked for beside who asks. */
    record Asked(
            CommandKind kind,
            @Nullable String reason,
            @Nullable Instant until,
            List<String> kinds,
            @Nullable Integer maxCount) {
        static Asked of(CommandKind kind, @Nullable String reason) {
            return new Asked(kind, reason, null, List.of(), null);
        }
    }

    /** About one alarm, by its id or the beginning of it. */
    int about(Terminal terminal, String alarmId, Asked asked) {
        return ask(
                terminal,
                asked,
                alarms -> new Subject("alarm", alarms.find(alarmId, false).alarmId()));
    }

    /** About whatever a person, a place or a thing has. */
    int about(Terminal terminal, SubjectOption subject, Asked asked) {
        return ask(terminal, asked, alarms -> subject.subject(kafka.connection, site.site));
    }

    private int ask(Terminal terminal, Asked asked, Function<StandingAlarms, Subject> target) {
        try (StandingAlarms alarms = StandingAlarms.of(kafka.connection, site.site)) {
            Instant until = asked.until();
            AlarmCommand command = new AlarmCommand(
                    UUID.randomUUID().toString(),
                    asked.kind(),
                    target.apply(alarms),
                    by,
                    role,
                    asked.reason(),
                    until == null ? null : until.truncatedTo(ChronoUnit.MILLIS),
                    asked.kinds(),
                    asked.maxCount());
            Answer answer = new CommandDesk(kafka.connection, site.site, alarms).ask(command, wait);
            return tell(terminal, command, answer);
        }
    }

    private int tell(Terminal terminal, AlarmCommand command, Answer answer) {
        if (output.json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("command", command.command().wire());
            object.put("command_id", command.commandId());
            object.put("answer", answer.outcome().name().toLowerCase(Locale.ROOT));
            object.put("detail", answer.detail());
            object.put("alarms", AlarmTable.json(answer.alarms()));
            terminal.out().println(JsonOut.inOrder(object));
        } else if (answer.outcome() == Answer.Outcome.DONE) {
            show(terminal, answer.alarms());
            String what = command.command().wire().replace('_', ' ');
            terminal.out()
                    .println(
                            answer.alarms().isEmpty()
                                    ? "taken: " + what + " of "
                                            + command.target().type() + " "
                                            + command.target().id() + " by " + by + "; it was not refused"
                                    : "done: " + what + " by " + by);
        } else if (answer.outcome() == Answer.Outcome.REFUSED) {
            terminal.err().println("refused: " + answer.detail());
        }
        return switch (answer.outcome()) {
            case DONE -> Cli.DONE;
            case REFUSED -> Cli.FOUND;
            case UNANSWERED -> throw new BadInput(answer.detail());
        };
    }

    private void show(Terminal terminal, List<Alarm> alarms) {
        if (!alarms.isEmpty()) {
            Names names = new Names();
            SiteNames.load(kafka.connection, site.site, names);
            terminal.out().print(AlarmTable.of(alarms, names, Instant.now()));
        }
    }
}
