package io.muster.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.launcher.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CliTest {
    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithAnExample(List<String> command) {
        List<String> asked = new ArrayList<>(command);
        asked.add("--help");
        Muster.Result help = Muster.run(asked.toArray(String[]::new));
        assertEquals(0, help.code(), help.err());
        assertTrue(help.out().startsWith("Usage: muster"), help.out());
        assertTrue(help.out().contains("Example"), help.out());
        assertTrue(help.out().contains("  ./muster"), help.out());
        help.out().lines().forEach(line -> assertTrue(line.length() <= 130, "too long for a terminal: " + line));
    }

    static Stream<List<String>> commands() {
        List<List<String>> found = new ArrayList<>();
        collect(Cli.commandLine(Terminal.plain(System.out, System.err)), List.of(), found);
        return found.stream();
    }

    private static void collect(CommandLine command, List<String> path, List<List<String>> found) {
        found.add(path);
        command.getSubcommands().forEach((name, each) -> {
            if (!name.equals("help")) {
                List<String> longer = new ArrayList<>(path);
                longer.add(name);
                collect(each, longer, found);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("badUsages")
    void badUsageIsOneLineThatSaysWhatAndWhere(String says, List<String> arguments) {
        Muster.Result result = Muster.run(arguments.toArray(String[]::new));
        assertEquals(2, result.code(), () -> arguments + " said " + result.out() + result.err());
        assertEquals(1, result.errLines().size(), result.err());
        assertTrue(result.err().startsWith("muster"), result.err());
        assertTrue(result.err().contains(says), () -> "'" + says + "' not in " + result.err());
        assertFalse(result.err().contains("Exception"), result.err());
        assertEquals("", result.out());
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> badUsages() {
        return Stream.of(
                bad("did you mean --people?", "demo", "--peple", "3"),
                bad("expected a number with a unit such as 500ms", "demo", "--for", "3x"),
                bad("expected more than 0", "demo", "--for", "0s"),
                bad("people must be 10..100000, was 3", "demo", "--people", "3"),
                bad("'--people'", "demo", "--people", "many"),
                bad("no profile 'foo'", "demo", "--profile", "foo"),
                bad("--console-port must be 0", "demo", "--console-port", "70000"),
                bad("--kafka=HOST:PORT", "console"),
                bad("expected HOST:PORT", "console", "--kafka", "localhost"),
                bad("the console is not built", "console", "--kafka", "localhost:9092"),
                bad("/no/such/folder/r.json", "demo", "--report", "/no/such/folder/r.json"),
                bad("Unmatched argument", "nonsense"),
                bad("Missing required subcommand", "plan"),
                bad("--kafka=HOST:PORT", "topics", "create", "--site", "demo"),
                bad("expected HOST:PORT", "topics", "create", "--site", "demo", "--kafka", "localhost"),
                bad("expected HOST:PORT", "topics", "create", "--site", "demo", "--kafka", "localhost:99999"),
                bad("was 'Demo'", "topics", "create", "--site", "Demo", "--kafka", "localhost:9092"),
                bad("'muster'", "topics", "create", "--site", "muster", "--kafka", "localhost:9092"),
                bad("was 'Acme'", "topics", "create", "--site", "a", "--vendor", "Acme", "--kafka", "localhost:9092"),
                bad("there is no such file", "plan", "check", "no-such-plan.geojson"),
                bad("is a folder", "plan", "check", "."),
                bad("there is no such file", "people", "check", "no-such-people.jsonl"),
                bad("the port of Kafka must be 0", "kafka", "--port", "70000"),
                bad("expected a regular expression", "job", "--kafka", "localhost:9092", "--sites", "("),
                bad("--parallelism must be 1 to 128, was 0", "job", "--kafka", "localhost:9092", "--parallelism", "0"),
                bad("there is no such file", "replay", "--input", "no-such-file", "--output", "out"),
                bad(
                        "--topics: no output topic 'alarm'; there are",
                        "replay",
                        "--input",
                        "pom.xml",
                        "--output",
                        "out",
                        "--topics",
                        "alarm"),
                bad("--columns", "replay", "--input", "pom.xml", "--format", "csv", "--output", "out"),
                bad(
                        "--columns is for --format csv",
                        "replay",
                        "--input",
                        "pom.xml",
                        "--columns",
                        "id=a",
                        "--output",
                        "out"),
                bad("is a file, a folder was expected", "replay", "--input", "pom.xml", "--output", "pom.xml"),
                bad("no profile 'foo'", "replay", "--input", "pom.xml", "--output", "out", "--profile", "foo"),
                bad("no such file", "simulate", "--output", "x.jsonl", "--scenario", "nowhere.yaml"),
                bad("{site}", "simulate", "--output", "x.jsonl", "--sites", "2"),
                bad("--output", "simulate"),
                bad("mutually exclusive", "simulate", "--output", "x", "--kafka", "localhost:9092"),
                bad("expected a number above 0 or max", "simulate", "--output", "x", "--for", "1s", "--speed", "fast"),
                bad("cannot be written", "simulate", "--for", "1s", "--output", "/no/such/folder/x"),
                bad("--by=NAME", "alarm", "ack", "6e6287d2", "--kafka", "localhost:9092", "--site", "a"),
                bad(
                        "--reason=TEXT",
                        "alarm",
                        "clear",
                        "6e62",
                        "--by",
                        "Li",
                        "--kafka",
                        "localhost:9092",
                        "--site",
                        "a"),
                bad(
                        "no kind of alarm is called 'fire'",
                        "alarm",
                        "list",
                        "--kinds",
                        "fire",
                        "--kafka",
                        "localhost:9092"),
                bad("was '18:00'", "alarm", "shelve", "6e62", "--until", "18:00", "--kafka", "localhost:9092"),
                bad("Missing required subcommand", "alarm"),
                bad("expected one of alarms, ", "tail", "nothing", "--kafka", "localhost:9092"));
    }

    private static org.junit.jupiter.params.provider.Arguments bad(String says, String... arguments) {
        return org.junit.jupiter.params.provider.Arguments.of(says, List.of(arguments));
    }

    @Test
    void withoutACommandItSaysWhatThereIs() {
        Muster.Result result = Muster.run();
        assertEquals(0, result.code());
        for (String command : List.of(
                "demo", "kafka", "topics", "plan", "people", "job", "console", "simulate", "replay", "alarm", "tail")) {
            assertTrue(result.out().contains("\n  " + command + " "), command);
        }
    }

    @Test
    void versionNamesWhatDecides() {
        Muster.Result result = Muster.run("--version");
        assertEquals(0, result.code());
        assertTrue(result.out().startsWith("Muster ")
                && result.out().contains("Flink ")
                && result.out().contains("Kafka "));
    }
}
