package io.muster.launcher;

import io.muster.contract.value.CommandKind;
import io.muster.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "comment",
        description = "Writes a remark into an alarm.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./muster alarm comment 6e6287d2 --by 'Li Wei' --reason 'patrol sent' --kafka localhost:9092 --site north"
        })
final class AlarmCommentCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The alarm: its id, or a beginning of it that no other has.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "The remark.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Mixin
    private final Acting acting = new Acting();

    AlarmCommentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return acting.about(terminal, id, Acting.Asked.of(CommandKind.COMMENT, reason));
    }
}
