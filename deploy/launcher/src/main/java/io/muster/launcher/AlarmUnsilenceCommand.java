package io.muster.launcher;

import io.muster.contract.value.CommandKind;
import io.muster.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "unsilence",
        description = "Ends a silence before its time.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./muster alarm unsilence --fence T-101 --by 'Li Wei' --kafka localhost:9092 --site north"
        })
final class AlarmUnsilenceCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final SubjectOption subject = new SubjectOption();

    @Mixin
    private final KindsOption only = new KindsOption();

    @Mixin
    private final Acting acting = new Acting();

    AlarmUnsilenceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return acting.about(terminal, subject, new Acting.Asked(CommandKind.UNSILENCE, null, null, only.kinds, null));
    }
}
