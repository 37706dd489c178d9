package io.muster.launcher.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or a polite kill, as something that a command asks for between two steps. The first one asks it to end, and it then puts
 * everything away and says what came of it; the second one ends the process at once. Without this, the JVM would run every shutdown hook
 * at the same time as the command, and the summary would be written over a Kafka that is already gone.
 */
public final class StopSignal {
    private static final int INTERRUPTED = 130;

    private final CountDownLatch asked = new CountDownLatch(1);

    /** Takes over SIGINT, SIGTERM and SIGHUP of this process, as far as the JVM gives them away. */
    public static StopSignal install() {
        StopSignal stop = new StopSignal();
        for (String name : List.of("INT", "TERM", "HUP")) {
            stop.take(name);
        }
        return stop;
    }

    /** One that nobody but {@link #ask} sets. */
    public static StopSignal never() {
        return new StopSignal();
    }

    private StopSignal() {}

    /** Asks the command to end; a second time ends the process. */
    public void ask() {
        if (isAsked()) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
        asked.countDown();
    }

    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits until the command is asked to end, for {@code longest} at most. @return whether it is */
    public boolean await(Duration longest) {
        try {
            return asked.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** By reflection, since the compiler lets nobody name sun.misc.Signal without a warning, and Java 17 has nothing else. */
    private void take(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ours = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        return switch (method.getName()) {
                            case "handle" -> {
                                // Not on the JVM's signal thread, which would have to wait for whatever this sets off.
                                new Thread(this::ask, "muster-stop").start();
                                yield null;
                            }
                            case "hashCode" -> System.identityHashCode(proxy);
                            case "equals" -> proxy == arguments[0];
                            default -> "stop on SIG" + name;
                        };
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // A JVM that keeps this signal for itself (-Xrs), or a platform without it: the default, to end at once,
            // stays.
            if (e instanceof InvocationTargetException && Logs.debug()) {
                e.printStackTrace();
            }
        }
    }
}
