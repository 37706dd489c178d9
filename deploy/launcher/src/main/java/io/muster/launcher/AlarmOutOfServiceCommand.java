package io.muster.launcher;

import io.muster.contract.value.CommandKind;
import io.muster.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "out-of-service",
        description = "Takes a source of alarms out of service for maintenance, until it is returned.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./muster alarm out-of-service --tag 0001A2 --by 'Li Wei' --reason 'battery bay' --kafka localhost:9092 --site north"
        })
final class AlarmOutOfServiceCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final SubjectOption subject = new SubjectOption();

    @Mixin
    private final KindsOption only = new KindsOption();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Mixin
    private final Acting acting = new Acting();

    AlarmOutOfServiceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return acting.about(
                terminal, subject, new Acting.Asked(CommandKind.REMOVE_FROM_SERVICE, reason, null, only.kinds, null));
    }
}
