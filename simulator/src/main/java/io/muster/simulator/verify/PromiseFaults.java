package io.muster.simulator.verify;

import java.util.List;

/** Everything that is wrong with a promise, all together, so that the file is mended once. */
public final class PromiseFaults extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    PromiseFaults(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line each: file, line, setting, what was expected. */
    public List<String> faults() {
        return faults;
    }
}
