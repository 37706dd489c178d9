package io.muster.launcher;

import io.muster.contract.topic.VendorId;
import io.muster.launcher.kafka.TopicCreation;
import io.muster.launcher.kafka.TopicCreation.Outcome;
import io.muster.launcher.terminal.Colour;
import io.muster.launcher.terminal.JsonOut;
import io.muster.launcher.terminal.Table;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "create",
        description = {
            "Creates the topics of a site that are missing, with the right settings. What exists already is left as it is, and said where it differs.",
            "Ask again with one more --vendor when a vendor joins."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./muster topics create --kafka localhost:9092 --site north --vendor acme-uwb --vendor blue-ble"
        })
final class TopicsCreateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    @Mixin
    private final JsonOption output = new JsonOption();

    @Option(
            names = "--vendor",
            paramLabel = "VENDOR",
            split = ",",
            converter = VendorConverter.class,
            description =
                    "A positioning vendor of the site, once for each: gets topics of its own. Without one, only the site's are created.")
    private List<String> vendors = new ArrayList<>();

    TopicsCreateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Outcome> outcomes;
        try (var admin = kafka.connection.admin()) {
            outcomes = TopicCreation.create(kafka.connection, admin, site.site, vendors);
        }
        if (output.json) {
            terminal.out()
                    .println(JsonOut.object(Map.of(
                            "command",
                            "topics create",
                            "site",
                            site.site,
                            "topics",
                            outcomes.stream().map(Outcome::toMap).toList())));
            return Cli.DONE;
        }
        Table table = Table.of("topic", ">partitions", "state", "kept", "time", "largest");
        for (Outcome outcome : outcomes) {
            table.row(
                    outcome.topic(),
                    outcome.partitions(),
                    outcome.state().words(),
                    kept(outcome.settings()),
                    outcome.settings().getOrDefault("message.timestamp.type", ""),
                    largest(outcome.settings()));
        }
        terminal.out().print(table);
        long created = outcomes.stream()
                .filter(outcome -> outcome.state() == TopicCreation.State.CREATED)
                .count();
        terminal.out()
                .println(Words.counted(created, "topic", "topics") + " created, " + (outcomes.size() - created)
                        + " were there.");
        for (Outcome outcome : outcomes) {
            for (String difference : outcome.differences()) {
                terminal.err()
                        .println(terminal.paint(Colour.YELLOW, "warning: ") + outcome.topic() + ": " + difference);
            }
        }
        return Cli.DONE;
    }

    /** {@code 30 days}, {@code for ever}, {@code newest of each key}. */
    private static String kept(Map<String, String> settings) {
        boolean compact = settings.getOrDefault("cleanup.policy", "").contains("compact");
        boolean delete = settings.getOrDefault("cleanup.policy", "").contains("delete");
        String retention = settings.getOrDefault("retention.ms", "-1");
        String time = retention.equals("-1") ? "for ever" : Long.parseLong(retention) / 86_400_000 + " days";
        return !compact ? time : delete ? "newest of each key, " + time : "newest of each key";
    }

    private static String largest(Map<String, String> settings) {
        String bytes = settings.get("max.message.bytes");
        return bytes == null ? "" : (Long.parseLong(bytes) >> 20) + " MiB";
    }

    static final class VendorConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            try {
                return VendorId.check(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
