package io.muster.launcher.console;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.launcher.process.BadInput;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ConsoleProcessTest {
    @Test
    void saysWhereItIsAndWhoMayLogInAndKeepsThePasswordOutOfTheLog() {
        List<String> log = new CopyOnWriteArrayList<>();
        ConsoleProcess console = new ConsoleProcess(FakeConsole.command("serve"), log::add);
        try (console) {
            assertEquals(
                    new ConsoleProcess.First("http://127.0.0.1:18080/", "admin", "s3cret-word"),
                    console.first().join());
            assertTrue(console.isAlive());
        }
        assertFalse(console.isAlive());
        assertEquals(
                List.of("10:00:00.000 INFO  Ingest: reads sites", "muster console at http://127.0.0.1:18080"), log);
    }

    @Test
    void whyItDidNotStartIsItsLastLine() {
        try (ConsoleProcess console = new ConsoleProcess(FakeConsole.command("refuse"), line -> {})) {
            CompletionException failure = assertThrows(
                    CompletionException.class, () -> console.first().join());
            assertEquals(
                    "the console ended: muster console: could not start: the port is taken",
                    Objects.requireNonNull(failure.getCause()).getMessage());
        }
    }

    @Test
    void aParentThatIsKilledLeavesNoConsoleBehind() throws Exception {
        Process parent = new ProcessBuilder(FakeConsole.command("parent"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle console = ProcessHandle.of(Long.parseLong(Objects.requireNonNull(out.readLine())))
                    .orElseThrow();
            assertTrue(console.isAlive());
            parent.destroyForcibly().waitFor();
            await().atMost(Duration.ofSeconds(30)).until(() -> !console.isAlive());
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void aTakenPortMeansTheNextOne() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int next = FreePort.from(taken.getLocalPort());
            assertTrue(next == 0 || next > taken.getLocalPort(), "was " + next);
        }
        assertEquals(0, FreePort.from(0));
    }

    @Test
    void aBuildIsAJarWithItsLibraries(@TempDir Path target) throws Exception {
        assertThrows(BadInput.class, () -> ConsoleBuild.in(target));
        Path jar = Files.createFile(target.resolve("muster-console-0.1.0.jar"));
        assertThrows(BadInput.class, () -> ConsoleBuild.in(target));
        Path lib = Files.createDirectory(target.resolve("lib"));
        List<String> command =
                ConsoleBuild.in(target).serve(List.of("-Xmx1g"), List.of("--muster.console.kafka=k:9092"));
        assertEquals(
                List.of(
                        "-Xmx1g",
                        "-cp",
                        jar + ":" + lib + "/*",
                        "io.muster.console.ConsoleMain",
                        "--muster.console.kafka=k:9092",
                        "--muster.console.end-with-input=true"),
                command.subList(command.indexOf("-Xmx1g"), command.size()));
    }
}
