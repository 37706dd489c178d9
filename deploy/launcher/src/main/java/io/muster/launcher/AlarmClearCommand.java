package io.muster.launcher;

import io.muster.contract.value.CommandKind;
import io.muster.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "clear",
        description = {
            "Confirms that it is over, such as a gathering that has dispersed.",
            "An alarm whose condition still holds cannot be cleared: acknowledge or shelve it."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./muster alarm clear 6e6287d2 --by 'Li Wei' --reason 'all have left' --kafka localhost:9092 --site north"
        })
final class AlarmClearCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The alarm: its id, or a beginning of it that no other has.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "What was found.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Mixin
    private final Acting acting = new Acting();

    AlarmClearCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return acting.about(terminal, id, Acting.Asked.of(CommandKind.CLEAR, reason));
    }
}
