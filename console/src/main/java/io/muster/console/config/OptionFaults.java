package io.muster.console.config;

import java.util.List;

/** Settings that cannot be used: every fault at once, so that an operator mends the file once. */
public final class OptionFaults extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    OptionFaults(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line each: what, what is expected, what was there. */
    public List<String> faults() {
        return faults;
    }
}
