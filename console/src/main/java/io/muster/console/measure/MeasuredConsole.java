package io.muster.console.measure;

import io.muster.console.ConsoleMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A console in a process of its own, as in production, on the database that was filled. */
final class MeasuredConsole implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("muster console at (http://\\S+)");
    private static final Pattern FIRST_USER = Pattern.compile("first user (\\S+), password (\\S+)");
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration END = Duration.ofSeconds(60);
    private static final int KEPT_LINES = 40;

    private final Process process;
    private final CountDownLatch ready = new CountDownLatch(2);
    private final Deque<String> said = new ArrayDeque<>();
    private volatile @Nullable String address;
    private volatile @Nullable String password;

    private MeasuredConsole(Process process) {
        this.process = process;
    }

    /** @throws IOException with the end of its log where it does not come up */
    static MeasuredConsole start(Path dir, String kafka) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConsoleMain.class.getName(),
                        "--muster.console.kafka=" + kafka,
                        "--muster.console.dir=" + dir,
                        "--muster.console.sites=" + MeasuredSite.ID,
                        "--muster.console.discovery=1s",
                        "--muster.console.port=0"))
                .redirectErrorStream(true)
                .start();
        MeasuredConsole console = new MeasuredConsole(process);
        Thread reader = new Thread(console::read, "console-log");
        reader.setDaemon(true);
        reader.start();
        if (!console.ready.await(START.toSeconds(), TimeUnit.SECONDS) || console.address == null) {
            console.close();
            throw new IOException("the console did not start:\n" + console.tail());
        }
        return console;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
            }
        } catch (IOException e) {
            keep(e.toString());
        } finally {
            // Whoever waits for a line that will not come.
            ready.countDown();
            ready.countDown();
        }
    }

    private void take(String line) {
        keep(line);
        Matcher at = ADDRESS.matcher(line);
        if (at.find()) {
            address = at.group(1);
            ready.countDown();
        }
        Matcher user = FIRST_USER.matcher(line);
        if (user.find()) {
            password = user.group(2);
            ready.countDown();
        }
    }

    private synchronized void keep(String line) {
        said.addLast(line);
        if (said.size() > KEPT_LINES) {
            said.removeFirst();
        }
    }

    private synchronized String tail() {
        return String.join("\n", said);
    }

    /** Null before it serves. */
    @Nullable
    String address() {
        return address;
    }

    /** Of the first user, {@code admin}; null before it is there. */
    @Nullable
    String password() {
        return password;
    }

    @Override
    public void close() throws InterruptedException {
        // By its handle: Process.destroy() would close the stream that is still read.
        if (process.toHandle().destroy() && !process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
