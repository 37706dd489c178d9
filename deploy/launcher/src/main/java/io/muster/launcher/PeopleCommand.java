package io.muster.launcher;

import picocli.CommandLine.Command;

@Command(
        name = "people",
        description = "The people of a site and their tags.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  ./muster people check north-people.jsonl"})
final class PeopleCommand {}
