package io.muster.launcher.demo;

import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;

/** Says what has been started, and when after the command, so that a slow start shows where it is slow. Safe for several threads. */
final class Steps {
    private final Terminal terminal;
    private final long commandMillis;

    Steps(Terminal terminal, long commandMillis) {
        this.terminal = terminal;
        this.commandMillis = commandMillis;
    }

    synchronized void done(String what) {
        terminal.err().println("  " + Words.seconds(System.currentTimeMillis() - commandMillis) + "  " + what);
    }
}
