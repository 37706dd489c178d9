package io.muster.launcher;

import io.muster.contract.value.CommandKind;
import io.muster.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "silence",
        description = {
            "Tells nobody of alarms of an area or a subject until a time, a week away at most (AQ 3064.3 5.2.5).",
            "They are decided and written all the same. SOS, falls and red gatherings are not silenced."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./muster alarm silence --fence T-101 --kinds over_capacity --for 30m --by 'Li Wei' --reason 'overhaul' --kafka localhost:9092 --site north"
        })
final class AlarmSilenceCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final SubjectOption subject = new SubjectOption();

    @Mixin
    private final KindsOption only = new KindsOption();

    @Mixin
    private final UntilOption until = new UntilOption();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Mixin
    private final Acting acting = new Acting();

    AlarmSilenceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return acting.about(
                terminal, subject, new Acting.Asked(CommandKind.SILENCE, reason, until.until(), only.kinds, null));
    }
}
