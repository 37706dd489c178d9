package io.muster.launcher;

import io.muster.contract.value.Alarm;
import io.muster.launcher.alarm.AlarmTable;
import io.muster.launcher.alarm.StandingAlarms;
import io.muster.launcher.lines.Names;
import io.muster.launcher.lines.SiteNames;
import io.muster.launcher.terminal.JsonOut;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "The alarms that stand at a site, oldest first.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster alarm list --kafka localhost:9092 --site north --kinds sos,fall"})
final class AlarmListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    @Mixin
    private final KindsOption only = new KindsOption();

    @Mixin
    private final JsonOption output = new JsonOption();

    @Option(names = "--all", description = "Also those that were closed within the last day.")
    private boolean all;

    AlarmListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Alarm> alarms;
        try (StandingAlarms standing = StandingAlarms.of(kafka.connection, site.site)) {
            alarms = (all ? standing.all() : standing.open())
                    .stream()
                            .filter(each -> only.kinds.isEmpty()
                                    || only.kinds.contains(each.kind().name().toLowerCase(Locale.ROOT)))
                            .toList();
        }
        if (output.json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("command", "alarm list");
            object.put("site", site.site);
            object.put("alarms", AlarmTable.json(alarms));
            terminal.out().println(JsonOut.inOrder(object));
            return Cli.DONE;
        }
        if (!alarms.isEmpty()) {
            Names names = new Names();
            SiteNames.load(kafka.connection, site.site, names);
            terminal.out().print(AlarmTable.of(alarms, names, Instant.now()));
        }
        terminal.out()
                .println(Words.counted(alarms.size(), "alarm", "alarms") + (all ? "" : " open") + " at " + site.site);
        return Cli.DONE;
    }
}
