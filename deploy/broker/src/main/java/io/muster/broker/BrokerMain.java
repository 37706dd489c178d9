package io.muster.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The child process: formats the storage when it is new, then runs {@code kafka.Kafka} until SIGTERM or until its standard input
 * ends. The parent holds the other end of that pipe, so whatever ends the parent, {@code kill -9} too, ends the broker.
 *
 * <p>Arguments: the path of server.properties, the data directory.
 */
public final class BrokerMain {
    /** A broker that cannot shut down in this time is ended hard; its data is as after a power cut, which Kafka survives. */
    private static final long SHUTDOWN_MILLIS = 10_000;

    private BrokerMain() {}

    /** Does not return before the broker ends; the exit code is that of Kafka. */
    public static void main(String[] args) throws IOException {
        String settings = args[0];
        Path data = Path.of(args[1]);
        ignoreInterruptSignal();
        Thread watch = new Thread(() -> exitWhenClosed(System.in), "parent-watch");
        watch.setDaemon(true);
        watch.start();
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(settings);
        }
        Kafka.main(new String[] {settings});
    }

    /** In this process: a second JVM for the tool would double the time of a start. */
    private static void format(String settings) {
        String[] command = {
            "format", "--config", settings, "--cluster-id", Uuid.randomUuid().toString()
        };
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code = StorageTool.execute(command, out);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static void exitWhenClosed(InputStream parent) {
        try {
            parent.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe is the same news as its end.
        }
        Thread net = new Thread(BrokerMain::haltAfterPatience, "halt");
        net.setDaemon(true);
        net.start();
        System.exit(0);
    }

    private static void haltAfterPatience() {
        try {
            TimeUnit.MILLISECONDS.sleep(SHUTDOWN_MILLIS);
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; if somebody does, it is time.
        }
        Runtime.getRuntime().halt(1);
    }

    /**
     * Ctrl-C on a terminal reaches every process of the group. The broker has to outlive those that still write to it, so it waits
     * for its parent's word. Kafka's own handler calls the one that it found, and what it finds is this one, which does nothing.
     * By reflection, as Kafka does it: sun.misc.Signal is not part of every JDK's public API.
     */
    private static void ignoreInterruptSignal() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object nothing = Proxy.newProxyInstance(
                    BrokerMain.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> null);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), nothing);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            System.err.println("Ctrl-C will end the broker at once: " + e);
        }
    }
}
