package io.muster.stream.config;

import java.util.List;

/** Everything that is wrong with a configuration, all together, so that the file is mended once. */
public final class ConfigFaults extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    public ConfigFaults(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line each: file, line, setting, what was expected. */
    public List<String> faults() {
        return faults;
    }
}
