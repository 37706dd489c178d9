package io.muster.launcher;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanVersion;
import io.muster.launcher.kafka.PlanLog;
import io.muster.launcher.terminal.JsonOut;
import io.muster.launcher.terminal.Table;
import io.muster.launcher.terminal.Terminal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "history",
        description = "All versions of a site's plan, in the order in which they were applied.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster plan history --kafka localhost:9092 --site north"})
final class PlanHistoryCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    @Mixin
    private final JsonOption output = new JsonOption();

    PlanHistoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        kafka.connection.admin().close();
        List<PlanVersion> versions = PlanLog.read(kafka.connection, site.site);
        PlanVersion inForce = PlanVersion.inForce(versions, Instant.now());
        if (output.json) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            versions.forEach(version -> rows.add(row(version, version.equals(inForce))));
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("command", "plan history");
            object.put("site", site.site);
            object.put("versions", rows);
            terminal.out().println(JsonOut.inOrder(object));
            return Cli.DONE;
        }
        Table table = Table.of("version", "applied", "in force from", ">zones", "author", "approver", "");
        for (PlanVersion version : versions) {
            Plan plan = version.plan();
            table.row(
                    version.version(),
                    version.arrival(),
                    plan == null ? "never" : version.inForceFrom(),
                    plan == null ? "" : plan.fences().size(),
                    plan == null || plan.author() == null ? "" : plan.author(),
                    plan == null || plan.approver() == null ? "" : plan.approver(),
                    version.equals(inForce) ? "in force" : version.fault());
        }
        terminal.out().print(table);
        return Cli.DONE;
    }

    private static Map<String, @Nullable Object> row(PlanVersion version, boolean inForce) {
        Plan plan = version.plan();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("version", version.version());
        row.put("applied_at", version.arrival().toString());
        row.put("in_force_from", plan == null ? null : version.inForceFrom().toString());
        row.put("in_force", inForce);
        row.put("zones", plan == null ? null : plan.fences().size());
        row.put("author", plan == null ? null : plan.author());
        row.put("approver", plan == null ? null : plan.approver());
        row.put("fault", version.fault().isEmpty() ? null : version.fault());
        return row;
    }
}
