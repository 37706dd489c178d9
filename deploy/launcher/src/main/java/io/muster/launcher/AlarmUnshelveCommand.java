package io.muster.launcher;

import io.muster.contract.value.CommandKind;
import io.muster.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "unshelve",
        description = "Takes a shelved alarm back before its time.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster alarm unshelve 6e6287d2 --by 'Li Wei' --kafka localhost:9092 --site north"
        })
final class AlarmUnshelveCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The alarm: its id, or a beginning of it that no other has.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Mixin
    private final Acting acting = new Acting();

    AlarmUnshelveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return acting.about(terminal, id, Acting.Asked.of(CommandKind.UNSHELVE, null));
    }
}
