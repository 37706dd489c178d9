package io.muster.launcher;

import io.muster.launcher.process.BadInput;
import io.muster.launcher.quality.AnnexFigures;
import io.muster.launcher.quality.AnnexRun;
import io.muster.launcher.quality.LabelledFigures;
import io.muster.launcher.quality.LabelledShifts;
import io.muster.launcher.quality.ShiftFigures;
import io.muster.launcher.quality.ShiftRun;
import io.muster.launcher.report.Figure;
import io.muster.launcher.report.Report;
import io.muster.launcher.terminal.Progress;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import io.muster.simulator.annex.AnnexOptions;
import io.muster.simulator.annex.Outcome;
import io.muster.simulator.annex.Question;
import io.muster.simulator.scenario.ScenarioFaults;
import io.muster.simulator.scenario.Scenarios;
import io.muster.simulator.verify.Check;
import io.muster.simulator.verify.ManyRuns;
import io.muster.simulator.verify.Promise;
import io.muster.simulator.verify.PromiseReader;
import io.muster.stream.config.JobConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "quality",
        description = {
            "Measures how often the job is wrong, in the tests of AQ 3064.3 Annex A, for walkers, and in a shift.",
            "Beside it stand two naive models: the raw person-centred count, and a running mean of 60 s.",
            "With --shift-truths: many labelled shifts, held against what is promised of alarms.",
            "Exits 1 where a limit of the standard, or a promise, is not kept."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./muster quality",
            "  ./muster quality --error 5m --correlation 0.9 --seeds 50 --json",
            "  ./muster quality --seeds 0 --shift-truths 3000"
        })
final class QualityCommand implements Callable<Integer> {
    private static final int MOST_REMARKS = 40;

    private final Terminal terminal;

    @Option(
            names = "--error",
            paramLabel = "METRES",
            defaultValue = "3m",
            converter = MetresConverter.class,
            description = "Position error at 68.27 %% of all fixes (AQ 3064.3 3.3). Default: ${DEFAULT-VALUE}.")
    private double error;

    @Option(
            names = "--correlation",
            paramLabel = "R",
            defaultValue = "0.8",
            description = "Of the noise from one fix to the next, 2 s later. Default: ${DEFAULT-VALUE}.")
    private double correlation;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "200",
            description = "How often each layout is run; 0 = Annex A is left out. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The first of the seeds. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--shift",
            paramLabel = "NAME|FILE|none",
            defaultValue = "labelled-shift",
            description = "The labelled shift: a shipped scenario or a file. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String shift;

    @Option(
            names = "--shift-seeds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often the shift is run. Default: ${DEFAULT-VALUE}.")
    private int shiftSeeds;

    @Option(
            names = "--shift-truths",
            paramLabel = "N",
            defaultValue = "0",
            description = {
                "Runs the shift, seed after seed, until so many truths that nobody may miss were asked for: SOS, over-capacity,",
                "intrusion, orange and red gatherings; --shift-seeds and the naive models are left out. Default: ${DEFAULT-VALUE}."
            })
    private int shiftTruths;

    @Mixin
    private final ProfileOption profile = new ProfileOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    QualityCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        AnnexOptions options = seeds == 0 ? null : options();
        JobConfig config = profile.load();
        terminal.err()
                .println("quality: seed=" + seed + " seeds=" + seeds + " error=" + error + " m at 68.27 % correlation="
                        + correlation + " shift=" + shift
                        + (shiftTruths > 0 ? " shift-truths=" + shiftTruths : " shift-seeds=" + shiftSeeds)
                        + " profile=" + config.profile());
        Scenarios.Opened labelled = shift.equals("none") ? null : scenario();
        List<ShiftRun.Result> results = List.of();
        List<Figure> figures = new ArrayList<>();
        List<Outcome> outcomes = List.of();
        ManyRuns many = null;
        try (Progress progress = Progress.of("quality", terminal)) {
            int all = Question.values().length;
            if (options != null) {
                outcomes = AnnexRun.run(
                        options,
                        config,
                        (question, answered) -> progress.update(answered, all + 1, "Annex A, " + question));
            }
            if (labelled != null && shiftTruths > 0) {
                many = LabelledShifts.run(
                        labelled,
                        seed,
                        shiftTruths,
                        config,
                        (shifts, truths) -> progress.update(
                                truths,
                                shiftTruths,
                                Words.counted(shifts, "labelled shift", "labelled shifts") + ", " + Words.count(truths)
                                        + " truths that nobody may miss"));
            } else if (labelled != null) {
                long length = labelled.scenario().durationMillis();
                String what = "labelled shift " + labelled.scenario().name() + ", up to ";
                results = ShiftRun.run(
                        labelled,
                        seed,
                        shiftSeeds,
                        config,
                        at -> progress.update(
                                all * length + at, (all + 1) * length, what + Words.duration(Math.max(0, at))));
            }
        } catch (ScenarioFaults e) {
            throw new BadInput(e.faults());
        }
        if (options != null) {
            figures.addAll(AnnexFigures.figures(outcomes));
        }
        Promise promise = PromiseReader.shipped();
        List<Check> checks = many == null ? List.of() : many.checks(promise, shiftTruths);
        figures.addAll(LabelledFigures.figures(checks));
        figures.addAll(ShiftFigures.figures(results));
        if (json.json) {
            terminal.out().println(Report.object("quality", seed, figures));
        } else {
            if (options != null) {
                terminal.out().print(AnnexFigures.shares(outcomes));
                terminal.out().println();
                terminal.out().print(AnnexFigures.delays(outcomes));
            }
            if (many != null) {
                print(many, promise, checks);
            }
            if (!results.isEmpty()) {
                terminal.out().println();
                terminal.out().print(ShiftFigures.table(results));
            }
        }
        return figures.stream().anyMatch(Figure::isMissed) ? Cli.FOUND : Cli.DONE;
    }

    private void print(ManyRuns many, Promise promise, List<Check> checks) {
        terminal.out().print(LabelledFigures.kinds(many, promise, checks));
        terminal.out().println();
        terminal.out().print(LabelledFigures.goals(checks));
        List<ManyRuns.Wrong> wrong = many.wrong().stream()
                .filter(each -> promise.isRaised(each.outcome().kind()))
                .toList();
        wrong.stream().limit(MOST_REMARKS).forEach(each -> terminal.out()
                .println(each.run() + ": " + each.outcome().text()));
        if (wrong.size() > MOST_REMARKS) {
            terminal.out().println("… and " + (wrong.size() - MOST_REMARKS) + " more");
        }
    }

    private Scenarios.Opened scenario() {
        if (shiftSeeds < 1) {
            throw new BadInput("--shift-seeds must be 1 or more, was " + shiftSeeds);
        }
        try {
            return Scenarios.open(shift);
        } catch (ScenarioFaults e) {
            throw new BadInput(e.faults());
        }
    }

    private AnnexOptions options() {
        try {
            return new AnnexOptions(error, correlation, seeds, seed);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }

    static final class MetresConverter implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            if (!text.matches("\\d{1,3}(\\.\\d{1,3})? ?m")) {
                throw new TypeConversionException("expected metres such as 3m or 0.5m, was '" + text + "'");
            }
            return Double.valueOf(text.replace("m", "").strip());
        }
    }
}
