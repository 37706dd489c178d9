package io.muster.launcher;

import io.muster.contract.codec.Json;
import io.muster.contract.value.Alarm;
import io.muster.launcher.alarm.AlarmTable;
import io.muster.launcher.alarm.StandingAlarms;
import io.muster.launcher.lines.Names;
import io.muster.launcher.lines.SiteNames;
import io.muster.launcher.terminal.JsonOut;
import io.muster.launcher.terminal.Terminal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "One alarm whole: people, times, who did what, and the positions that bear it out.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster alarm show 6e6287d2 --kafka localhost:9092 --site north"})
final class AlarmShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The alarm: its id, or a beginning of it that no other has.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    @Mixin
    private final JsonOption output = new JsonOption();

    AlarmShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Alarm alarm;
        try (StandingAlarms standing = StandingAlarms.of(kafka.connection, site.site)) {
            alarm = standing.find(id, true);
        }
        if (output.json) {
            terminal.out().println(JsonOut.inOrder(Json.tree(alarm)));
            return Cli.DONE;
        }
        Names names = new Names();
        SiteNames.load(kafka.connection, site.site, names);
        terminal.out().print(AlarmTable.of(List.of(alarm), names, Instant.now()));
        Json.tree(alarm).properties().forEach(field -> {
            if (!field.getValue().isNull() && !field.getKey().equals("evidence")) {
                terminal.out().println(field.getKey() + ": " + JsonOut.inOrder(field.getValue()));
            }
        });
        alarm.trackableIds().forEach(each -> terminal.out().println("person: " + names.ofPerson(each)));
        return Cli.DONE;
    }
}
