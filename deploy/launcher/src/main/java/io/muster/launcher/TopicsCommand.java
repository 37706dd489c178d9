package io.muster.launcher;

import picocli.CommandLine.Command;

@Command(
        name = "topics",
        description = "The topics of a site.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Example:",
            "  ./muster topics create --kafka localhost:9092 --site north --vendor acme-uwb --vendor blue-ble"
        })
final class TopicsCommand {}
