package io.muster.launcher;

import io.muster.launcher.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "alarm",
        description = {
            "The alarms of a site, from a shell: see them, and do what a control room does.",
            "Exit code 0 when it was done, 1 when it was refused, 2 when nobody answered."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  ./muster alarm list --kafka localhost:9092 --site north"})
final class AlarmGroupCommand {

    static CommandLine with(Terminal terminal) {
        return new CommandLine(new AlarmGroupCommand())
                .addSubcommand(new AlarmListCommand(terminal))
                .addSubcommand(new AlarmShowCommand(terminal))
                .addSubcommand(new AlarmAckCommand(terminal))
                .addSubcommand(new AlarmShelveCommand(terminal))
                .addSubcommand(new AlarmUnshelveCommand(terminal))
                .addSubcommand(new AlarmSilenceCommand(terminal))
                .addSubcommand(new AlarmUnsilenceCommand(terminal))
                .addSubcommand(new AlarmResetCommand(terminal))
                .addSubcommand(new AlarmClearCommand(terminal))
                .addSubcommand(new AlarmCommentCommand(terminal))
                .addSubcommand(new AlarmApproveCommand(terminal))
                .addSubcommand(new AlarmUnapproveCommand(terminal))
                .addSubcommand(new AlarmReleaseCommand(terminal))
                .addSubcommand(new AlarmOutOfServiceCommand(terminal))
                .addSubcommand(new AlarmInServiceCommand(terminal));
    }
}
