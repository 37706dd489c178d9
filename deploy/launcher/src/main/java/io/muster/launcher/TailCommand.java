package io.muster.launcher;

import io.muster.contract.topic.TopicName;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.kafka.TopicFollower;
import io.muster.launcher.lines.Liner;
import io.muster.launcher.lines.Names;
import io.muster.launcher.lines.SiteNames;
import io.muster.launcher.lines.Subject;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.StopSignal;
import io.muster.launcher.terminal.Terminal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "tail",
        description = "Watches a topic as a person would read it, until Ctrl-C.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster tail alarms --kafka localhost:9092 --site demo --from-beginning"})
final class TailCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            converter = SubjectConverter.class,
            completionCandidates = SubjectWords.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Subject subject;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Option(
            names = "--site",
            paramLabel = "SITE",
            converter = SiteOption.Any.class,
            description = "One plant. Default: all of them.")
    private @Nullable String site;

    @Option(
            names = "--from-beginning",
            description = "Everything that the topic holds first. Default: only what comes from now on.")
    private boolean fromBeginning;

    @Mixin
    private final JsonOption output = new JsonOption();

    TailCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Connection connection = kafka.connection;
        connection.admin().close();
        StopSignal stop = StopSignal.install();
        Names names = new Names();
        Set<String> named = new HashSet<>();
        Liner liner = new Liner(subject, terminal, names);
        try (TopicFollower follower = new TopicFollower(connection, this::isWanted, fromBeginning)) {
            follower.lookAround();
            if (follower.topics().isEmpty()) {
                terminal.err()
                        .println("muster tail: no topic of " + subject.word() + (site == null ? "" : " of site " + site)
                                + " on " + connection.bootstrap() + " yet; waiting for one");
            }
            while (!stop.isAsked() && !terminal.out().checkError()) {
                follower.poll(PATIENCE, record -> {
                    TopicName topic = TopicName.parse(record.topic());
                    if (!output.json && topic != null && named.add(topic.site())) {
                        SiteNames.load(connection, topic.site(), names);
                    }
                    print(liner, record);
                });
            }
        } catch (org.apache.kafka.common.KafkaException e) {
            throw new BadInput("Kafka at " + connection.bootstrap() + " says: " + e.getMessage(), e);
        }
        return Cli.DONE;
    }

    private void print(Liner liner, ConsumerRecord<byte[], byte[]> record) {
        String line = output.json ? Liner.json(record) : liner.line(record);
        if (line != null) {
            terminal.out().println(line);
        }
    }

    private boolean isWanted(String name) {
        TopicName topic = TopicName.parse(name);
        return topic != null
                && topic.kind() == subject.kind()
                && (site == null || topic.site().equals(site));
    }

    static final class SubjectConverter implements ITypeConverter<Subject> {
        @Override
        public Subject convert(String text) {
            Subject subject = Subject.of(text);
            if (subject == null) {
                throw new TypeConversionException(
                        "expected one of " + String.join(", ", Subject.words()) + ", was '" + text + "'");
            }
            return subject;
        }
    }

    static final class SubjectWords implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return List.copyOf(Subject.words()).iterator();
        }
    }
}
