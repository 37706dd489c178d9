package io.muster.console.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code java -cp … io.muster.console.measure.ConsoleMeasure}: fills, asks, prints. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Fills a history as large as a plant's, lets many users ask a real console at once, and prints how long it took.",
            "Example: ./muster console measure --kafka 127.0.0.1:9092 --dir /var/tmp/measure --people 500 --days 30",
            "The folder keeps what was filled; the next run with it goes on from there. Exit 0 = every promise was kept, 1 = one was not."
        })
public final class ConsoleMeasure implements Callable<Integer> {
    private static final int NOT_KEPT = 1;
    private static final int BAD_USAGE = 2;
    private static final int MOST_PEOPLE = 20_000;
    private static final int MOST_DAYS = 366;
    private static final int MOST_USERS = 500;
    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");
    private static final String PASSWORD = "measured at 20 desks at once";
    private static final Duration SETTLE = Duration.ofSeconds(10);

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(
            names = "--kafka",
            required = true,
            paramLabel = "HOST:PORT",
            description = "a broker to feed a live plant through")
    private String kafka = "";

    @Option(names = "--dir", paramLabel = "DIR", description = "keeps what was filled (default: a temporary folder)")
    private @Nullable Path dir;

    @Option(
            names = "--people",
            paramLabel = "N",
            description = "people with a position each 10 s (default: ${DEFAULT-VALUE})",
            defaultValue = "500")
    private int people;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "days before now (default: ${DEFAULT-VALUE})",
            defaultValue = "30")
    private int days;

    @Option(
            names = "--users",
            paramLabel = "N",
            description = "who ask at once (default: ${DEFAULT-VALUE})",
            defaultValue = "20")
    private int users;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "how long they ask (default: ${DEFAULT-VALUE})",
            defaultValue = "60s")
    private String time = "";

    @Option(
            names = "--pause",
            paramLabel = "TIME",
            description = "of a user between an answer and the next question (default: ${DEFAULT-VALUE})",
            defaultValue = "1s")
    private String pause = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "same seed, same plant and questions (default: ${DEFAULT-VALUE})",
            defaultValue = "7")
    private long seed;

    @Option(names = "--json", description = "one object for scripts on standard output")
    private boolean json;

    private final PrintStream out;

    private ConsoleMeasure(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        System.exit(run(System.out, args));
    }

    static int run(PrintStream out, String... args) {
        return new CommandLine(new ConsoleMeasure(out))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println("console measure: " + e.getMessage());
                    return BAD_USAGE;
                })
                .execute(args);
    }

    @Override
    public Integer call() throws Exception {
        check("--people", people, MOST_PEOPLE);
        check("--days", days, MOST_DAYS);
        check("--users", users, MOST_USERS);
        Duration asking = duration("--for", time);
        Duration between = duration("--pause", pause);
        Path folder = dir == null ? Files.createTempDirectory("muster-measure") : Files.createDirectories(dir);
        progress("seed " + seed + ", " + people + " people, " + days + " days, in " + folder);
        Fill.Filled filled = new Fill(folder, people, days, seed, ConsoleMeasure::progress).run(Instant.now());
        progress(String.format(
                "filled: %d of %d days, %,d positions, %.1f GB in the database",
                filled.days(), days, filled.positions(), filled.bytes() / 1e9));
        Instant last = Instant.now();
        try (LiveFeed feed = LiveFeed.start(kafka, people, seed);
                MeasuredConsole console = MeasuredConsole.start(folder, kafka)) {
            List<Browser> browsers = logIn(console);
            Thread.sleep(SETTLE.toMillis());
            Asking asked = new Asking(browsers, new Questions(filled.first(), last, people).all(), between, seed);
            asked.warmUp();
            String before = Machine.load();
            asked.run(asking, ConsoleMeasure::progress);
            return report(asked, filled, before, feed.lost());
        }
    }

    private int report(Asking asked, Fill.Filled filled, String loadBefore, int lost) {
        List<Measured> measured = Arrays.stream(Promise.values()).map(asked::of).toList();
        Map<String, Integer> faults = new TreeMap<>(asked.faults());
        if (lost > 0) {
            faults.put("records of the live plant that Kafka did not take", lost);
        }
        if (json) {
            out.println(Report.json(seed, measured, faults, filled));
        } else {
            out.printf("%s; load %s before and %s after%n", Machine.described(), loadBefore, Machine.load());
            out.printf(
                    "%,d positions of %d people in %d days (%.1f GB), %d users, pause %s, for %s%n%n",
                    filled.positions(), people, filled.days(), filled.bytes() / 1e9, users, pause, time);
            out.print(Report.table(measured));
            faults.forEach((what, count) -> out.println("FAIL " + count + " x " + what));
        }
        boolean kept = faults.isEmpty() && measured.stream().allMatch(Measured::pass);
        return kept ? CommandLine.ExitCode.OK : NOT_KEPT;
    }

    private List<Browser> logIn(MeasuredConsole console) throws IOException, InterruptedException {
        String address = console.address();
        String password = console.password();
        if (address == null || password == null) {
            throw new IOException("the console told no address and no first user");
        }
        Browser administrator = new Browser(address);
        administrator.login("admin", password);
        List<Browser> browsers = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            String name = "user" + i;
            administrator.post(
                    "/users",
                    "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\",\"role\":\"operator\",\"sites\":[\""
                            + MeasuredSite.ID + "\"]}");
            Browser browser = new Browser(address);
            browser.login(name, PASSWORD);
            browsers.add(browser);
        }
        progress(users + " users are logged in");
        return browsers;
    }

    private void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new ParameterException(spec.commandLine(), name + " must be from 1 to " + most + ", was " + value);
        }
    }

    private Duration duration(String name, String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            throw new ParameterException(spec.commandLine(), name + " must be a time such as 60s, was '" + text + "'");
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private static void progress(String line) {
        System.err.println("console measure: " + line);
    }
}
