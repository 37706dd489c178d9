package io.muster.launcher;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanDocument;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanVersion;
import io.muster.contract.plan.RulesCheck;
import io.muster.launcher.kafka.PlanLog;
import io.muster.launcher.kafka.TopicWriter;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.terminal.JsonOut;
import io.muster.launcher.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "apply",
        description = {
            "Checks a plan whole and writes it as one record, one version; with any fault, nothing is written.",
            "It is in force from its valid_from on, or at once."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster plan apply north.geojson --kafka localhost:9092 --site north"})
final class PlanApplyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "The plan: a GeoJSON FeatureCollection.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    @Mixin
    private final PlanOptions overrides = new PlanOptions();

    /** The rules in a plan must go with what the job was started with. */
    @Mixin
    private final ProfileOption profile = new ProfileOption();

    @Mixin
    private final JsonOption output = new JsonOption();

    PlanApplyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PlanOverrides replaced = overrides.overrides(site.site);
        byte[] read = Inputs.bytes(file);
        RulesCheck rules = profile.load().rules();
        PlanFiles.read(file, read, replaced, rules);
        byte[] document = PlanDocument.with(replaced, read);
        // Read again as the job will read it.
        Plan plan = PlanFiles.read(file, document, PlanOverrides.ofSite(site.site), rules);
        kafka.connection.admin().close();
        List<PlanVersion> before = PlanLog.read(kafka.connection, site.site);
        boolean isNewest = PlanVersion.isNewest(before, plan.version(), document);
        PlanVersion clash = PlanVersion.clash(before, plan.version(), document);
        if (clash != null) {
            throw new BadInput(file + ": version '" + plan.version() + "' was applied at " + clash.arrival()
                    + " with other content; give this one another muster.version");
        }
        if (!isNewest) {
            TopicWriter.write(
                    kafka.connection,
                    PlanLog.topic(site.site),
                    List.of(new TopicWriter.Entry(plan.version().getBytes(StandardCharsets.UTF_8), document)));
        }
        if (output.json) {
            terminal.out()
                    .println(JsonOut.object(Map.of(
                            "command",
                            "plan apply",
                            "site",
                            site.site,
                            "version",
                            plan.version(),
                            "written",
                            !isNewest)));
        } else {
            PlanFiles.print(plan, terminal.out());
            terminal.out()
                    .println(
                            isNewest
                                    ? "Version " + plan.version() + " is the newest already; nothing was written."
                                    : "Version " + plan.version() + " written to " + PlanLog.topic(site.site) + ".");
        }
        return Cli.DONE;
    }
}
