package io.muster.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaProcessTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    @Test
    void keepsItsTopicsOverARestartOnTheSameDirectory() throws Exception {
        Path dir = temp.resolve("kept");
        try (KafkaProcess kafka = KafkaProcess.start(KafkaProcessOptions.keeping(dir))) {
            Clients.createTopic(kafka.bootstrapServers(), "plant");
            Clients.produce(kafka.bootstrapServers(), "plant", "before");
        }
        try (KafkaProcess kafka = KafkaProcess.start(KafkaProcessOptions.keeping(dir))) {
            Clients.produce(kafka.bootstrapServers(), "plant", "after");
            List<ConsumerRecord<String, String>> read = Clients.readAll(kafka.bootstrapServers(), "plant");
            assertEquals(
                    List.of("before", "after"),
                    read.stream().map(ConsumerRecord::value).toList());
            assertEquals(
                    TimestampType.LOG_APPEND_TIME, read.get(0).timestampType(), "the broker's time, not the sender's");
        }
        assertTrue(Files.exists(dir.resolve("data")));
    }

    @Test
    void leavesNoProcessAndNoFilesAfterClose() throws Exception {
        KafkaProcess kafka = KafkaProcess.start(KafkaProcessOptions.temporary());
        long pid = kafka.pid();
        Path dir = kafka.dir();
        assertTrue(kafka.isAlive());
        assertTrue(Files.exists(dir));
        kafka.close();
        assertFalse(kafka.isAlive());
        assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false), "process " + pid);
        assertFalse(Files.exists(dir), dir.toString());
        kafka.close();
    }

    @Test
    void makesNoTopicByItselfAndTakesOverrides() throws Exception {
        KafkaProcessOptions options = KafkaProcessOptions.temporary()
                .withHeapMb(256)
                .withOverrides(Map.of("num.partitions", "3", "node.id", "77"));
        try (KafkaProcess kafka = KafkaProcess.start(options);
                var admin = Clients.admin(kafka.bootstrapServers())) {
            ExecutionException misspelt =
                    assertThrows(ExecutionException.class, () -> admin.describeTopics(List.of("misspelt"))
                            .allTopicNames()
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertTrue(misspelt.getCause() instanceof UnknownTopicOrPartitionException, misspelt.toString());
            var node = new ConfigResource(ConfigResource.Type.BROKER, "1");
            var settings = Objects.requireNonNull(admin.describeConfigs(List.of(node))
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .get(node));
            assertEquals("3", settings.get("num.partitions").value(), "an override joins ours");
            assertEquals("1", settings.get("node.id").value(), "the identity is not replaceable");
        }
    }

    @Test
    void saysInOneLineThatThePortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            KafkaProcessOptions options =
                    KafkaProcessOptions.keeping(temp.resolve("unused")).withPort(port);
            KafkaStartException refused = assertThrows(KafkaStartException.class, () -> KafkaProcess.start(options));
            assertTrue(refused.line().startsWith("port " + port + " of 127.0.0.1 is not free"), refused.line());
            assertEquals(1, refused.line().lines().count());
            assertFalse(Files.exists(temp.resolve("unused")), "nothing was touched");
        }
    }

    @Test
    void saysInOneLineThatTheDirectoryCannotBeWritten() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));
        for (Path dir : List.of(file, file.resolve("below"))) {
            KafkaStartException refused =
                    assertThrows(KafkaStartException.class, () -> KafkaProcess.start(KafkaProcessOptions.keeping(dir)));
            assertTrue(
                    refused.line().startsWith("the directory of Kafka " + dir + " cannot be written"), refused.line());
            assertEquals(1, refused.line().lines().count());
        }
    }

    @Test
    void refusesToOverwriteTheDataOfAnotherBroker() throws Exception {
        Path data = Files.createDirectories(temp.resolve("old").resolve("data"));
        KafkaProcessOptions options =
                new KafkaProcessOptions(temp.resolve("old"), 0, false, OptionalInt.empty(), Map.of());
        KafkaStartException refused = assertThrows(KafkaStartException.class, () -> KafkaProcess.start(options));
        assertTrue(refused.line().contains("already holds the data of a broker"), refused.line());
        assertTrue(Files.exists(data));
    }

    @Test
    void saysInOneLineThatAnotherBrokerIsUsingTheDirectory() throws Exception {
        Path dir = temp.resolve("used");
        try (KafkaProcess first = KafkaProcess.start(KafkaProcessOptions.keeping(dir))) {
            KafkaStartException refused =
                    assertThrows(KafkaStartException.class, () -> KafkaProcess.start(KafkaProcessOptions.keeping(dir)));
            assertEquals("another broker is using the directory of Kafka " + dir, refused.line());
            assertTrue(first.isAlive());
        }
    }

    @Test
    void showsTheEndOfTheLogWhenTheBrokerRefusesItsSettings() {
        Path dir = temp.resolve("refused");
        KafkaProcessOptions options =
                new KafkaProcessOptions(dir, 0, false, OptionalInt.empty(), Map.of("num.io.threads", "many"));
        KafkaStartException refused = assertThrows(KafkaStartException.class, () -> KafkaProcess.start(options));
        assertTrue(refused.line().startsWith("Kafka ended while it started, exit code "), refused.line());
        assertEquals(1, refused.line().lines().count());
        assertTrue(refused.toString().contains("num.io.threads"), refused.toString());
        assertFalse(Files.exists(dir), "nothing stays of a broker that did not start");
    }

    @Test
    void theBrokerOutlivesCtrlC() throws Exception {
        try (KafkaProcess kafka = KafkaProcess.start(KafkaProcessOptions.temporary())) {
            Process kill = new ProcessBuilder("sh", "-c", "kill -INT " + kafka.pid()).start();
            assertEquals(0, kill.waitFor());
            Clients.createTopic(kafka.bootstrapServers(), "plant");
            Clients.produce(kafka.bootstrapServers(), "plant", "still here");
            assertEquals(1, Clients.readAll(kafka.bootstrapServers(), "plant").size());
            assertTrue(kafka.isAlive());
        }
    }

    @Test
    void theBrokerEndsWhenItsParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ParentMain.class.getName(),
                        temp.resolve("orphan").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle broker =
                    ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            assertTrue(broker.isAlive());
            parent.destroyForcibly();
            try {
                broker.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } finally {
                // A broken build must not leave brokers behind.
                broker.destroyForcibly();
            }
        } finally {
            parent.destroyForcibly();
        }
    }
}
