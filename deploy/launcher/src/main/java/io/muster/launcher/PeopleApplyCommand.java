package io.muster.launcher;

import io.muster.contract.people.Person;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.launcher.kafka.Records;
import io.muster.launcher.kafka.TopicReader;
import io.muster.launcher.kafka.TopicWriter;
import io.muster.launcher.terminal.JsonOut;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "apply",
        description = {
            "Checks people whole and writes those that are new or changed, one record each; with any fault, nothing is written.",
            "People who are not in the file stay as they are."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster people apply north-people.jsonl --kafka localhost:9092 --site north"})
final class PeopleApplyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "The people: omlox Trackables, one on each line.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    @Mixin
    private final JsonOption output = new JsonOption();

    PeopleApplyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Person> people = PeopleFiles.read(file);
        kafka.connection.admin().close();
        String topic = new TopicName(site.site, TopicKind.TRACKABLES, null).full();
        Map<String, byte[]> known = new HashMap<>();
        TopicReader.read(kafka.connection, topic, record -> {
            if (record.value() == null) {
                known.remove(Records.key(record));
            } else {
                known.put(Records.key(record), record.value());
            }
        });
        List<TopicWriter.Entry> changed = new ArrayList<>();
        for (Person person : people) {
            byte[] document = person.document().getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(known.get(person.id()), document)) {
                changed.add(new TopicWriter.Entry(person.id().getBytes(StandardCharsets.UTF_8), document));
            }
        }
        TopicWriter.write(kafka.connection, topic, changed);
        people.forEach(person -> known.remove(person.id()));
        if (output.json) {
            Map<String, Object> object = PeopleFiles.summary("people apply", people);
            object.put("site", site.site);
            object.put("written", changed.size());
            object.put("not_in_file", known.size());
            terminal.out().println(JsonOut.inOrder(object));
        } else {
            PeopleFiles.print(people, terminal.out());
            terminal.out()
                    .println(Words.counted(changed.size(), "person", "people") + " written to " + topic + ", "
                            + (people.size() - changed.size()) + " unchanged"
                            + (known.isEmpty()
                                    ? "."
                                    : "; " + Words.counted(known.size(), "person", "people")
                                            + " there who are not in the file."));
        }
        return Cli.DONE;
    }
}
