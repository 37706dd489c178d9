package io.muster.launcher;

import io.muster.contract.value.CommandKind;
import io.muster.launcher.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "approve",
        description = {
            "Allows gatherings in a fence, of a person, or one that is there, until a time (AQ 3064.3 5.2.3 d).",
            "With more people than allowed it is an alarm again."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./muster alarm approve --fence canteen --max 40 --for 2h --by 'Li Wei' --reason 'safety briefing' --kafka localhost:9092 --site north"
        })
final class AlarmApproveCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final SubjectOption subject = new SubjectOption();

    @Mixin
    private final UntilOption until = new UntilOption();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "What for.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--max", paramLabel = "N", description = "How many people at most. Default: any number.")
    private @Nullable Integer max;

    @Mixin
    private final Acting acting = new Acting();

    AlarmApproveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return acting.about(
                terminal, subject, new Acting.Asked(CommandKind.APPROVE, reason, until.until(), List.of(), max));
    }
}
