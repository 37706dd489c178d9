package io.muster.launcher;

import io.muster.contract.value.CommandKind;
import io.muster.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "in-service",
        description = "Returns a source of alarms to service.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./muster alarm in-service --tag 0001A2 --by 'Li Wei' --kafka localhost:9092 --site north"
        })
final class AlarmInServiceCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final SubjectOption subject = new SubjectOption();

    @Mixin
    private final KindsOption only = new KindsOption();

    @Mixin
    private final Acting acting = new Acting();

    AlarmInServiceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return acting.about(
                terminal, subject, new Acting.Asked(CommandKind.RETURN_TO_SERVICE, null, null, only.kinds, null));
    }
}
