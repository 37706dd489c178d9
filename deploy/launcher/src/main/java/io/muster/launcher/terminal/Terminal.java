package io.muster.launcher.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes: results to {@code out}, everything else to {@code err}, both UTF-8 whatever the locale says.
 *
 * @param outIsTerminal a person watches {@code out}: colours are welcome
 * @param errIsTerminal a person watches {@code err}: a progress bar may redraw itself
 * @param colour whether lines on {@code out} may be coloured
 */
public record Terminal(PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal, boolean colour) {
    /** Set by the muster script to the file descriptors (of 1 and 2) that are terminals, since Java 17 cannot ask for one alone. */
    static final String DESCRIPTORS = "muster.terminals";

    /** The terminal of this process. {@code NO_COLOR} and {@code TERM=dumb} switch colours off. */
    public static Terminal ofProcess() {
        String known = System.getProperty(DESCRIPTORS, "");
        boolean out = known.contains("1");
        boolean err = known.contains("2");
        Map<String, String> environment = System.getenv();
        boolean colour = out && !environment.containsKey("NO_COLOR") && !"dumb".equals(environment.get("TERM"));
        return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err), out, err, colour);
    }

    /** A terminal for tests: plain text. */
    public static Terminal plain(PrintStream out, PrintStream err) {
        return new Terminal(out, err, false, false, false);
    }

    /** {@code text} in {@code colour} where that is welcome. */
    public String paint(Colour colour, String text) {
        return this.colour ? colour.start() + text + Colour.END : text;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
