package io.muster.launcher;

import io.muster.contract.people.Person;
import io.muster.launcher.terminal.JsonOut;
import io.muster.launcher.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description =
                "Reads people and their tags: all faults, one line each, or how many there are. A tag bound to two people at once is a fault.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster people check north-people.jsonl"})
final class PeopleCheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "The people: omlox Trackables, one on each line.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private final JsonOption output = new JsonOption();

    PeopleCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Person> people = PeopleFiles.read(file);
        if (output.json) {
            terminal.out().println(JsonOut.inOrder(PeopleFiles.summary("people check", people)));
        } else {
            PeopleFiles.print(people, terminal.out());
        }
        return Cli.DONE;
    }
}
