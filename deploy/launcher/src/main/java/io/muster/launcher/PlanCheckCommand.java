package io.muster.launcher;

import io.muster.contract.plan.Plan;
import io.muster.launcher.terminal.JsonOut;
import io.muster.launcher.terminal.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Reads a plan whole: all its faults, one line each, or what it holds, by role.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster plan check north.geojson"})
final class PlanCheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "The plan: a GeoJSON FeatureCollection.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--site",
            paramLabel = "SITE",
            converter = SiteOption.Converter.class,
            description = "Replaces the site that the plan names.")
    private @Nullable String site;

    @Mixin
    private final PlanOptions overrides = new PlanOptions();

    /** The rules in a plan must go with what the job was started with. */
    @Mixin
    private final ProfileOption profile = new ProfileOption();

    @Mixin
    private final JsonOption output = new JsonOption();

    PlanCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Plan plan = PlanFiles.read(
                file,
                Inputs.bytes(file),
                overrides.overrides(site),
                profile.load().rules());
        if (output.json) {
            terminal.out().println(JsonOut.object(PlanFiles.summary("plan check", plan)));
        } else {
            PlanFiles.print(plan, terminal.out());
        }
        return Cli.DONE;
    }
}
