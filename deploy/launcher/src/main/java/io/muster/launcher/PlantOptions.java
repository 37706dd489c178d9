package io.muster.launcher;

import io.muster.launcher.process.BadInput;
import io.muster.simulator.SimulationOptions;
import io.muster.simulator.scenario.ScenarioFaults;
import io.muster.simulator.scenario.Scenarios;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --scenario}, {@code --people} and {@code --seed}: what plant is simulated. */
final class PlantOptions {
    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = Scenarios.DEMO,
            description = "What happens: a shipped one, such as day-shift, or a YAML file. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String scenario;

    @Option(names = "--people", paramLabel = "N", description = "People in the plant. Default: the scenario's.")
    private @Nullable Integer people;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides everything that chance decides. Default: the scenario's.")
    private @Nullable Long seed;

    /** The scenario read and checked, with what is asked otherwise. */
    SimulationOptions options(String site) {
        try {
            SimulationOptions options = SimulationOptions.of(Scenarios.open(scenario), site);
            options = people == null ? options : options.withPeople(people);
            return seed == null ? options : options.withSeed(seed);
        } catch (ScenarioFaults e) {
            throw new BadInput(e.faults());
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }
}
