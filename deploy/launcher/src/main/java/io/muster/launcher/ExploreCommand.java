package io.muster.launcher;

import io.muster.launcher.explore.Explorer;
import io.muster.launcher.explore.Finding;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.report.Figure;
import io.muster.launcher.report.Report;
import io.muster.launcher.terminal.Progress;
import io.muster.launcher.terminal.Table;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import io.muster.simulator.explore.Breach;
import io.muster.simulator.explore.Invariants;
import io.muster.simulator.scenario.Scenario;
import io.muster.simulator.scenario.ScenarioFaults;
import io.muster.simulator.scenario.ScenarioWriter;
import io.muster.simulator.scenario.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "explore",
        description = {
            "Plays random hours of random plants through the job until an invariant breaks.",
            "The invariants are asked after every record. What breaks one is made small and written as a scenario",
            "file. Exits 1 where one broke."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./muster explore --site-hours 100 --seed 1 --output failures",
            "  ./muster explore --site-hours 1 --seed 42",
            "  ./muster explore --scenario failures/explore-42-count-equals-people.yaml"
        })
final class ExploreCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--site-hours",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many random hours. Default: ${DEFAULT-VALUE}.")
    private int hours;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The first of the seeds; each hour has the next one. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where failures are written, made small: explore-SEED-INVARIANT.yaml. Default: here.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(
            names = "--shrink-tries",
            paramLabel = "N",
            defaultValue = "40",
            description =
                    "How often a failure may be played again to make it small; 0 = it is written as it is. Default: ${DEFAULT-VALUE}.")
    private int tries;

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            description =
                    "Plays this one on the demo plant, such as a failure that was made small, instead of random hours.")
    private @Nullable String scenario;

    @Mixin
    private final ProfileOption profile = new ProfileOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    ExploreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (hours < 1 || tries < 0) {
            throw new BadInput(
                    "--site-hours must be 1 or more and --shrink-tries 0 or more, were " + hours + " and " + tries);
        }
        Scenario given = given();
        terminal.err()
                .println("explore: "
                        + (given == null ? "seed=" + seed + " site-hours=" + hours : "scenario=" + scenario)
                        + " profile=" + profile.profile);
        Explorer explorer = new Explorer(profile.load());
        List<Finding> findings;
        try (Progress progress = Progress.of("explore", terminal)) {
            findings = given != null
                    ? explorer.play(List.of(given))
                    : explorer.explore(
                            seed,
                            hours,
                            done -> progress.update(done, hours, Words.counted(done, "site-hour", "site-hours")));
        }
        List<Figure> figures = figures(findings);
        if (json.json) {
            terminal.out().println(Report.object("explore", seed, figures));
        } else {
            print(findings);
        }
        firsts(findings).forEach((invariant, finding) -> write(explorer, finding, invariant));
        return figures.stream().anyMatch(Figure::isMissed) ? Cli.FOUND : Cli.DONE;
    }

    private @Nullable Scenario given() {
        String name = scenario;
        if (name == null) {
            return null;
        }
        try {
            Scenarios.Opened opened = Scenarios.open(name);
            if (opened.plan() != null) {
                throw new BadInput("--scenario " + name + ": invariants are asked on the demo plant only");
            }
            return opened.scenario();
        } catch (ScenarioFaults e) {
            throw new BadInput(e.faults());
        }
    }

    private static List<Figure> figures(List<Finding> findings) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.told("site_hours", findings.size(), "h", "each with a seed of its own"));
        figures.add(Figure.told(
                "records",
                (double) findings.stream().mapToLong(Finding::records).sum(),
                "records",
                "after each of which the invariants were asked"));
        for (String invariant : Invariants.NAMES) {
            long broken = findings.stream()
                    .filter(finding -> count(finding, invariant) > 0)
                    .count();
            figures.add(Figure.atMost("broken." + invariant, (double) broken, "site-hours", 0, ""));
        }
        return figures;
    }

    private void print(List<Finding> findings) {
        Table table = Table.of("invariant", ">site-hours", ">broken in", ">breaches", ">first seed");
        Map<String, Finding> firsts = firsts(findings);
        for (String invariant : Invariants.NAMES) {
            Finding first = firsts.get(invariant);
            table.row(
                    invariant,
                    findings.size(),
                    findings.stream().filter(each -> count(each, invariant) > 0).count(),
                    findings.stream().mapToLong(each -> count(each, invariant)).sum(),
                    first == null ? "" : Long.toString(first.seed()));
        }
        terminal.out().print(table);
        long events = findings.stream()
                .mapToLong(each -> each.scenario().events().size())
                .sum();
        long faults = findings.stream()
                .mapToLong(each -> each.scenario().faults().size())
                .sum();
        terminal.out()
                .println(Words.counted(events, "event", "events") + " and "
                        + Words.counted(faults, "fault of the radio", "faults of the radio") + " were played.");
        for (Finding finding : findings) {
            finding.breaches().stream().limit(3).forEach(breach -> terminal.out()
                    .println("seed " + finding.seed() + ": " + breach.text()));
            if (finding.breaches().size() > 3) {
                terminal.out()
                        .println("seed " + finding.seed() + ": and "
                                + (finding.breaches().size() - 3) + " more");
            }
        }
        terminal.out()
                .println(
                        firsts.isEmpty()
                                ? "All invariants held in " + Words.counted(findings.size(), "site-hour", "site-hours")
                                        + ", after each of "
                                        + Words.count(findings.stream()
                                                .mapToLong(Finding::records)
                                                .sum())
                                        + " records."
                                : "Invariants broke: see above.");
    }

    private static long count(Finding finding, String invariant) {
        return finding.breaches().stream()
                .filter(breach -> breach.invariant().equals(invariant))
                .count();
    }

    /** By invariant, the first site-hour that broke it. */
    private static Map<String, Finding> firsts(List<Finding> findings) {
        Map<String, Finding> firsts = new HashMap<>();
        for (Finding finding : findings) {
            for (Breach breach : finding.breaches()) {
                firsts.putIfAbsent(breach.invariant(), finding);
            }
        }
        return firsts;
    }

    private void write(Explorer explorer, Finding finding, String invariant) {
        terminal.err().println("explore: making seed " + finding.seed() + " small (" + invariant + ")");
        Scenario small = explorer.shrink(finding, invariant, tries);
        Path file = output.resolve("explore-" + finding.seed() + "-" + invariant + ".yaml");
        try {
            Files.createDirectories(output);
            Files.writeString(file, ScenarioWriter.write(small), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInput("--output " + output + ": cannot be written: " + e.getMessage(), e);
        }
        terminal.err()
                .println("explore: " + file + " still breaks it, with "
                        + Words.counted(small.events().size(), "event", "events") + ", "
                        + Words.counted(small.faults().size(), "fault", "faults") + " and "
                        + Words.counted(small.people(), "person", "people"));
    }
}
