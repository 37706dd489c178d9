package io.muster.launcher;

import io.muster.launcher.process.Logs;
import io.muster.launcher.terminal.Terminal;

/** Where the {@code muster} script enters. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logs.prepare();
        Terminal terminal = Terminal.ofProcess();
        System.setOut(terminal.out());
        System.setErr(terminal.err());
        int code = Cli.commandLine(terminal).execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        // Flink leaves threads behind that would keep the process alive.
        System.exit(code);
    }
}
