package io.muster.console;

import io.muster.console.config.OptionFaults;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;

/** {@code java -cp … io.muster.console.ConsoleMain --muster.console.kafka=HOST:PORT …}. Ends cleanly on SIGTERM and Ctrl-C. */
public final class ConsoleMain {
    /** Bad usage: one line for each setting that cannot be used. */
    static final int BAD_USAGE = 2;

    public static void main(String[] args) {
        ParentWatch.startIfAskedFor(args);
        try {
            ConfigurableApplicationContext console = ConsoleApp.start(args);
            Environment settings = console.getEnvironment();
            System.err.println("muster console at http://" + settings.getProperty("server.address") + ":"
                    + settings.getProperty("local.server.port"));
            // Behind the framework's own hook, which ends requests, readers and the database first.
            console.addApplicationListener(
                    (ApplicationListener<ContextClosedEvent>) closing -> System.err.println("muster console: ending"));
            SpringApplication.getShutdownHandlers().add(() -> System.err.println("muster console: ended"));
        } catch (OptionFaults e) {
            e.faults().forEach(each -> System.err.println("muster console: " + each));
            System.exit(BAD_USAGE);
        } catch (RuntimeException e) {
            System.err.println("muster console: could not start: " + deepest(e));
            System.exit(1);
        }
    }

    /** What the framework wrapped, such as a port that is taken. */
    private static String deepest(Throwable thrown) {
        Throwable cause = thrown;
        for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
            cause = next;
        }
        return cause.toString();
    }

    private ConsoleMain() {}
}
