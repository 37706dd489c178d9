package io.muster.geometry;

import java.util.List;

/** Zones that cannot stand beside each other. Carries all faults at once, so that a plan is repaired once. */
public final class InvalidZonesException extends IllegalArgumentException {
    @SuppressWarnings("serial") // always an immutable list of strings, which is serializable
    private final List<String> faults;

    InvalidZonesException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line per fault, in the order of the zones; never empty. */
    public List<String> faults() {
        return faults;
    }
}
