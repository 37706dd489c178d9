package io.muster.launcher;

import picocli.CommandLine.Command;

@Command(
        name = "plan",
        description = "The plan of a site: its zones, their roles and limits.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  ./muster plan check north.geojson"})
final class PlanCommand {}
