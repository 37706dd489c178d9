package io.muster.contract.people;

import java.util.List;

/** People that cannot be taken. All faults together, so that a file is mended once. */
public final class PeopleFaults extends Exception {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // always an immutable list of strings, which is serializable
    private final List<String> faults;

    public PeopleFaults(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line per fault: {@code FILE:7 location_providers: expected ..., was ...}. Never empty. */
    public List<String> faults() {
        return faults;
    }
}
