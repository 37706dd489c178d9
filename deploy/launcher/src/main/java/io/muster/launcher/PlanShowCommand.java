package io.muster.launcher;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanVersion;
import io.muster.launcher.kafka.PlanLog;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "show",
        description = "The plan that is in force, by role; with --json its whole document.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster plan show --kafka localhost:9092 --site north --json > north.geojson"})
final class PlanShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    @Option(names = "--version-id", paramLabel = "VERSION", description = "This version instead of the one in force.")
    private @Nullable String version;

    @Mixin
    private final JsonOption output = new JsonOption();

    PlanShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        kafka.connection.admin().close();
        PlanVersion shown = find(PlanLog.read(kafka.connection, site.site));
        Plan plan = shown.plan();
        if (output.json) {
            terminal.out().println(new String(shown.document(), StandardCharsets.UTF_8).strip());
        } else if (plan == null) {
            throw new BadInput(shown.fault());
        } else {
            terminal.out().println("In force from " + shown.inForceFrom() + ", applied " + shown.arrival() + ".");
            PlanFiles.print(plan, terminal.out());
        }
        return Cli.DONE;
    }

    private PlanVersion find(List<PlanVersion> versions) {
        PlanVersion found = null;
        if (version == null) {
            found = PlanVersion.inForce(versions, Instant.now());
        } else {
            for (PlanVersion each : versions) {
                found = each.version().equals(version) ? each : found;
            }
        }
        if (found == null) {
            throw new BadInput("site " + site.site
                    + (version == null ? " has no plan in force" : " has no plan version '" + version + "'")
                    + "; ./muster plan history lists what it has");
        }
        return found;
    }
}
