package io.muster.launcher;

import io.muster.contract.value.CommandKind;
import io.muster.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "release",
        description = {
            "Says that a person whose tag is silent is not there any more (seen outside, tag found).",
            "They leave the counts of every zone."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./muster alarm release --person P-17 --by 'Li Wei' --reason 'seen at the gate' --kafka localhost:9092 --site north"
        })
final class AlarmReleaseCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final SubjectOption subject = new SubjectOption();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "How that is known.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Mixin
    private final Acting acting = new Acting();

    AlarmReleaseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return acting.about(terminal, subject, Acting.Asked.of(CommandKind.RELEASE, reason));
    }
}
