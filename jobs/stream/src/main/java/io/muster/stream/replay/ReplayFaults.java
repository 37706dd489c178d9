package io.muster.stream.replay;

import java.util.List;

/** Why a replay was refused or stopped, all reasons together. */
public final class ReplayFaults extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    public ReplayFaults(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line each: file, line, field, what was expected. */
    public List<String> faults() {
        return faults;
    }
}
