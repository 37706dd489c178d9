package io.muster.launcher;

import io.muster.contract.value.CommandKind;
import io.muster.launcher.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "shelve",
        description = "Puts an alarm aside for a while, with a reason. It comes back by itself.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./muster alarm shelve 6e6287d2 --for 30m --by 'Li Wei' --reason 'valve under repair' --kafka localhost:9092 --site north"
        })
final class AlarmShelveCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The alarm: its id, or a beginning of it that no other has.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Mixin
    private final UntilOption until = new UntilOption();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Mixin
    private final Acting acting = new Acting();

    AlarmShelveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return acting.about(terminal, id, new Acting.Asked(CommandKind.SHELVE, reason, until.until(), List.of(), null));
    }
}
