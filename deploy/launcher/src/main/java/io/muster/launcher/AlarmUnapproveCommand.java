package io.muster.launcher;

import io.muster.contract.value.CommandKind;
import io.muster.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "unapprove",
        description = "Ends an approval before its time.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./muster alarm unapprove --fence canteen --by 'Li Wei' --kafka localhost:9092 --site north"
        })
final class AlarmUnapproveCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final SubjectOption subject = new SubjectOption();

    @Mixin
    private final Acting acting = new Acting();

    AlarmUnapproveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return acting.about(terminal, subject, Acting.Asked.of(CommandKind.UNAPPROVE, null));
    }
}
