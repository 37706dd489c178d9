package io.muster.launcher;

import io.muster.contract.plan.PlanOverrides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --crs} and {@code --origin}, which replace what a plan says of itself. */
final class PlanOptions {
    @Option(names = "--crs", paramLabel = "CRS", description = "Replaces the crs that the plan names: local or EPSG:n.")
    private @Nullable String crs;

    @Option(
            names = "--origin",
            paramLabel = "LON,LAT[,BEARING]",
            description = "Replaces the origin that the plan names, in degrees.")
    private @Nullable String origin;

    /** @param site replaces the plan's; null = the plan's own */
    PlanOverrides overrides(@Nullable String site) {
        return PlanOverrides.of(site, crs, origin);
    }
}
