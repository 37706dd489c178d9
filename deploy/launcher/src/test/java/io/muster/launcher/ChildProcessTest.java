package io.muster.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.broker.testing.TestKafka;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.kafka.TopicWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A polite end, as Ctrl-C asks for it, leaves nothing behind. SIGTERM, since a build in the background ignores SIGINT. */
class ChildProcessTest {
    @Test
    void kafkaEndsWithItsBroker() throws Exception {
        Process command = start("kafka", "--port", "0");
        try (BufferedReader out = reader(command)) {
            String line = out.readLine();
            assertNotNull(line);
            Matcher broker = Pattern.compile("process (\\d+)").matcher(line);
            assertTrue(broker.find(), line);
            long pid = Long.parseLong(broker.group(1));
            assertTrue(ProcessHandle.of(pid).isPresent());
            command.destroy();
            assertTrue(command.waitFor(60, TimeUnit.SECONDS), "the command ends");
            assertEquals(0, command.exitValue());
            assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false), "no broker is left behind");
        } finally {
            command.destroyForcibly();
        }
    }

    @Test
    void tailShowsAnAlarmAsAPersonWouldReadItAndEnds() throws Exception {
        String kafka = TestKafka.shared().bootstrapServers();
        assertEquals(
                0,
                Muster.run("topics", "create", "--kafka", kafka, "--site", "tailed")
                        .code());
        String alarm = """
                {"alarm_id":"a-1","site":"tailed","seq":1,"kind":"over_capacity","name":{"zh":"超员报警","en":"Over-capacity alarm"},\
                "state":"raised_unacknowledged","level":"orange","subject":{"type":"fence","id":"f-1"},"fence_ids":["f-1"],\
                "counts":{"confirmed":4,"possible":0,"stale":0},"raised_at":"2026-11-23T08:00:05.000Z","rule":{"limit":3.0}}""";
        TopicWriter.write(
                new Connection(kafka),
                "tailed.alarms",
                List.of(new TopicWriter.Entry(
                        "a-1".getBytes(StandardCharsets.UTF_8), alarm.getBytes(StandardCharsets.UTF_8))));
        Process command = start("tail", "alarms", "--kafka", kafka, "--site", "tailed", "--from-beginning");
        try (BufferedReader out = reader(command)) {
            String line = out.readLine();
            assertNotNull(line);
            assertTrue(
                    line.contains("raised")
                            && line.contains("ORANGE")
                            && line.contains("超员报警")
                            && line.contains("4 people, limit 3"),
                    line);
            command.destroy();
            assertTrue(command.waitFor(60, TimeUnit.SECONDS), "the command ends");
            assertEquals(0, command.exitValue());
        } finally {
            command.destroyForcibly();
        }
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        String tests = System.getProperty("surefire.test.class.path");
        command.add(tests == null || tests.isBlank() ? System.getProperty("java.class.path") : tests);
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
