package io.muster.launcher;

import io.muster.contract.value.CommandKind;
import io.muster.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reset",
        description = "Lets a latched alarm go (SOS, fall) that was acknowledged and has ended.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster alarm reset 6e6287d2 --by 'Li Wei' --kafka localhost:9092 --site north"})
final class AlarmResetCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The alarm: its id, or a beginning of it that no other has.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--reason", paramLabel = "TEXT", description = "How it ended.")
    private @Nullable String reason;

    @Mixin
    private final Acting acting = new Acting();

    AlarmResetCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return acting.about(terminal, id, Acting.Asked.of(CommandKind.RESET, reason));
    }
}
