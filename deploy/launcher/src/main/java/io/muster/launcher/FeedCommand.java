package io.muster.launcher;

import picocli.CommandLine.Command;

@Command(
        name = "feed",
        description = "The feed of a positioning vendor.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  ./muster feed check --kafka localhost:9092 --site north --vendor acme-uwb"})
final class FeedCommand {}
