package io.muster.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * For a console that another process started: it ends when its standard input ends. The parent holds the other end of that pipe, so whatever ends the
 * parent, {@code kill -9} too, ends the console.
 */
final class ParentWatch {
    static final String SETTING = "--muster.console.end-with-input=true";
    /** A console that cannot shut down in this time is ended hard; the guard of its database ends that. */
    private static final long PATIENCE_MILLIS = 20_000;

    private ParentWatch() {}

    /** Does nothing unless asked for: where nobody holds a pipe, such as under systemd, the input ends at once. */
    static void startIfAskedFor(String[] args) {
        if (!List.of(args).contains(SETTING)) {
            return;
        }
        leaveInterruptsToTheParent();
        Thread watch = new Thread(() -> exitWhenEnded(System.in), "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void exitWhenEnded(InputStream parent) {
        try {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe is the same news as its end.
        }
        Thread patience = new Thread(ParentWatch::haltAfterPatience, "halt");
        patience.setDaemon(true);
        patience.start();
        System.exit(0);
    }

    private static void haltAfterPatience() {
        try {
            TimeUnit.MILLISECONDS.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; if somebody does, it is time.
        }
        Runtime.getRuntime().halt(1);
    }

    /**
     * Ctrl-C on a terminal reaches every process of the group; whoever watches the page is to see the end that the parent makes. By reflection, as the
     * broker does it: sun.misc.Signal is not part of every JDK's public API.
     */
    private static void leaveInterruptsToTheParent() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object nothing = Proxy.newProxyInstance(
                    ParentWatch.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> null);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), nothing);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            System.err.println("muster console: Ctrl-C will end it at once: " + e);
        }
    }
}
