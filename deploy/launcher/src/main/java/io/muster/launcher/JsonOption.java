package io.muster.launcher;

import picocli.CommandLine.Option;

/** {@code --json}: for scripts instead of for people. */
final class JsonOption {
    @Option(names = "--json", description = "Write JSON, for scripts.")
    boolean json;
}
