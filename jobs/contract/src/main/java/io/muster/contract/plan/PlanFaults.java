package io.muster.contract.plan;

import java.util.List;

/** A plan that cannot be taken. All faults together, so that a file is mended once. */
public final class PlanFaults extends Exception {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // always an immutable list of strings, which is serializable
    private final List<String> faults;

    public PlanFaults(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line per fault: {@code FILE: feature 12 'tank-3' properties.muster.limit: expected ..., was ...}. Never empty. */
    public List<String> faults() {
        return faults;
    }
}
