package io.muster.launcher;

import io.muster.launcher.process.BadInput;
import io.muster.stream.config.ConfigFaults;
import io.muster.stream.config.JobConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --profile NAME} and {@code --config FILE}. */
final class ProfileOption {
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "aq3064",
            description = "Limits and cycles: aq3064, henan2024 or raw. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    String profile;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML that changes values of the profile; each with its unit.")
    @Nullable
    Path config;

    /** All faults together, one line each. */
    JobConfig load() {
        Path file = config;
        if (file != null) {
            Inputs.bytes(file);
        }
        return load(profile, file);
    }

    static JobConfig load(String profile, @Nullable Path file) {
        try {
            return JobConfig.load(profile, file);
        } catch (ConfigFaults e) {
            throw new BadInput(e.faults());
        }
    }
}
