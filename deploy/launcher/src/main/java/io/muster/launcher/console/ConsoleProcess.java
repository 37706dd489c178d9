package io.muster.launcher.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A console that serves while this process lives. Its standard input is a pipe of ours, whose end ends it; so it goes with us, however we end.
 */
public final class ConsoleProcess implements AutoCloseable {
    private static final Pattern SERVES = Pattern.compile("muster console at (http://\\S+)");
    private static final Pattern FIRST_USER = Pattern.compile("muster console: first user (\\S+), password (\\S+).*");
    private static final long STOP_MILLIS = 20_000;

    private final Process process;
    private final CompletableFuture<First> first = new CompletableFuture<>();
    private final Thread reader;

    /**
     * What a console with a new history says once it serves.
     *
     * @param url where
     * @param user the first user, an administrator
     * @param password generated, said this once
     */
    public record First(String url, String user, String password) {}

    /**
     * @param command whole, as for {@link ProcessBuilder}
     * @param log each line that it says, without that of the password
     */
    public ConsoleProcess(List<String> command, Consumer<String> log) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Options meant for this JVM (agents, debug ports) must not reach the console.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the console could not be started: " + e.getMessage(), e);
        }
        reader = new Thread(() -> read(log), "muster-console-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Done once it serves and has said its first user; failed with its last line where it ended before. */
    public CompletableFuture<First> first() {
        return first;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    private void read(Consumer<String> log) {
        String url = null;
        Matcher user = null;
        String last = "it said nothing";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher serves = SERVES.matcher(line);
                Matcher named = FIRST_USER.matcher(line);
                if (named.matches()) {
                    user = named;
                } else {
                    log.accept(line);
                    last = line;
                }
                if (serves.matches()) {
                    url = serves.group(1);
                }
                if (url != null && user != null) {
                    first.complete(new First(url + "/", user.group(1), user.group(2)));
                }
            }
        } catch (IOException e) {
            last = String.valueOf(e.getMessage());
        }
        first.completeExceptionally(new IllegalStateException("the console ended: " + last));
    }

    /** SIGTERM, awaited; SIGKILL if that does not do. A second call does nothing. */
    @Override
    public void close() {
        // By its handle: Process.destroy() would close the stream that the console still writes to.
        process.toHandle().destroy();
        boolean interrupted = false;
        try {
            if (!process.waitFor(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            reader.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
            process.destroyForcibly();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
