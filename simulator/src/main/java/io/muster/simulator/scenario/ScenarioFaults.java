package io.muster.simulator.scenario;

import java.util.List;

/** A scenario that cannot be played. All faults together, so that a file is mended once. */
public final class ScenarioFaults extends Exception {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // always an immutable list of strings, which is serializable
    private final List<String> faults;

    /** @param faults at least one */
    public ScenarioFaults(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /**
     * Of what planners and players find wrong.
     *
     * @param sentences {@code LINE: what is wrong}, with the line of the scenario file
     */
    public static ScenarioFaults of(String fileName, List<String> sentences) {
        return new ScenarioFaults(
                sentences.stream().map(each -> fileName + ":" + each).toList());
    }

    /** One line per fault: {@code day-shift.yaml:12: crews[3].base: unknown fence 'unit-99'}. Never empty. */
    public List<String> faults() {
        return faults;
    }
}
