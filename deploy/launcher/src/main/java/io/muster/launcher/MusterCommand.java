package io.muster.launcher;

import io.muster.launcher.process.Build;
import io.muster.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "muster",
        description = "Who is where in a hazardous-chemical plant, and the alarm within seconds.",
        mixinStandardHelpOptions = true,
        versionProvider = MusterCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Example: a plant with 500 people for a minute, on a real Kafka and a real Flink",
            "  ./muster demo --for 60s",
            "",
            "./muster help COMMAND tells more. Exit codes: 0 done, 1 found what it was asked to look for, 2 bad usage or bad input.",
            "MUSTER_DEBUG=1 shows stack traces."
        })
final class MusterCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    MusterCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Without a command: what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(terminal.out());
        return Cli.DONE;
    }

    /** The versions that decide how this behaves. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "Muster " + Build.version() + " (" + Build.revision() + ")",
                "Flink " + EnvironmentInformation.getVersion() + ", Kafka " + AppInfoParser.getVersion() + ", Java "
                        + System.getProperty("java.version")
            };
        }
    }
}
