package io.muster.console;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The console as a process: how it begins and how it ends. */
@Timeout(120)
class ConsoleProcessTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+");
    /** What a JVM that was asked to end by SIGTERM exits with, once its shutdown hooks are through. */
    private static final int SIGTERM = 143;

    @Test
    void badSettingsEndItWithALineEachAndCode2() throws Exception {
        Process console = start("--muster.console.port=-1", "--muster.console.database=mysql");
        String said = all(console);
        assertTrue(console.waitFor(60, TimeUnit.SECONDS));
        assertEquals(2, console.exitValue(), said);
        assertEquals(
                List.of(
                        "muster console: kafka must be given: host:port of a broker",
                        "muster console: port must be a whole number from 0 to 65535, was '-1'",
                        "muster console: database must be 'embedded' or begin with jdbc:postgresql:, was 'mysql'"),
                said.lines().filter(each -> each.startsWith("muster console:")).toList());
    }

    @Test
    void servesOnLoopbackAndEndsCleanlyOnSigterm() throws Exception {
        Process console = start("--muster.console.kafka=127.0.0.1:1", "--muster.console.port=0");
        try (BufferedReader out = reader(console)) {
            List<String> said = new ArrayList<>();
            String line = out.readLine();
            while (line != null && !line.contains("muster console at")) {
                said.add(line);
                line = out.readLine();
            }
            assertNotNull(line, () -> String.join("\n", said));
            Matcher address = ADDRESS.matcher(line);
            assertTrue(address.find(), line);
            HttpResponse<String> health = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address.group() + "/actuator/health/liveness"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertEquals(200, health.statusCode(), health.body());
            // By its handle: Process.destroy() would close the stream that is still to be read.
            assertTrue(console.toHandle().destroy());
            assertTrue(console.waitFor(60, TimeUnit.SECONDS));
            assertEquals(SIGTERM, console.exitValue());
            assertEquals("muster console: ended", out.lines().reduce("", (before, last) -> last));
        } finally {
            console.destroyForcibly();
        }
    }

    @Test
    void endsWithItsDatabaseWhenWhoStartedItIsGone(@TempDir Path dir) throws Exception {
        Process console = start(
                "--muster.console.kafka=127.0.0.1:1",
                "--muster.console.port=0",
                "--muster.console.dir=" + dir,
                ParentWatch.SETTING);
        try (BufferedReader out = reader(console)) {
            serving(out);
            ProcessHandle database = database(dir.resolve("postgres"));
            interrupt(console);
            assertTrue(console.isAlive(), "Ctrl-C is left to the parent");
            // What the system does with the pipe of a parent that is killed.
            console.getOutputStream().close();
            assertTrue(console.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, console.exitValue());
            await().atMost(Duration.ofSeconds(30)).until(() -> !database.isAlive());
        } finally {
            console.destroyForcibly();
        }
    }

    @Test
    void leavesNoDatabaseBehindWhenItIsKilled(@TempDir Path temporary) throws Exception {
        Process console = start(
                List.of("-Djava.io.tmpdir=" + temporary),
                "--muster.console.kafka=127.0.0.1:1",
                "--muster.console.port=0");
        try (BufferedReader out = reader(console)) {
            serving(out);
            Path dir = only(temporary, "muster-console-*");
            ProcessHandle database = database(dir.resolve("postgres"));
            console.destroyForcibly();
            assertTrue(console.waitFor(60, TimeUnit.SECONDS));
            await().atMost(Duration.ofSeconds(30)).until(() -> !database.isAlive() && !Files.exists(dir));
        } finally {
            console.destroyForcibly();
        }
    }

    private static void serving(BufferedReader out) throws Exception {
        List<String> said = new ArrayList<>();
        String line = out.readLine();
        while (line != null && !line.contains("muster console at")) {
            said.add(line);
            line = out.readLine();
        }
        assertNotNull(line, () -> String.join("\n", said));
    }

    private static Path only(Path folder, String pattern) throws Exception {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            return found.iterator().next();
        }
    }

    /** The first line of the file that a running PostgreSQL keeps in its data directory is its process id. */
    private static ProcessHandle database(Path data) throws Exception {
        String id = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(id)).orElseThrow();
    }

    private static void interrupt(Process process) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("sh", "-c", "kill -INT " + process.pid())
                        .start()
                        .waitFor());
    }

    private static Process start(String... args) throws Exception {
        return start(List.of(), args);
    }

    private static Process start(List<String> flags, String... args) throws Exception {
        String tests = System.getProperty("surefire.test.class.path");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                tests == null ? System.getProperty("java.class.path") : tests));
        command.addAll(flags);
        command.add(ConsoleMain.class.getName());
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String all(Process process) throws Exception {
        try (BufferedReader out = reader(process)) {
            return String.join("\n", out.lines().toList());
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
