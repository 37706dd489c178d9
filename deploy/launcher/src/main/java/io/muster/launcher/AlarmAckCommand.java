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
        name = "ack",
        description = {
            "Acknowledges an alarm: somebody has seen it.",
            "An alarm whose condition has ended is closed by it."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster alarm ack 6e6287d2 --by 'Li Wei' --kafka localhost:9092 --site north"})
final class AlarmAckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The alarm: its id, or a beginning of it that no other has.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--reason", paramLabel = "TEXT", description = "What is done about it.")
    private @Nullable String reason;

    @Mixin
    private final Acting acting = new Acting();

    AlarmAckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return acting.about(terminal, id, Acting.Asked.of(CommandKind.ACKNOWLEDGE, reason));
    }
}
