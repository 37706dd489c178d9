package io.muster.broker.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaPathTest {
    private static boolean answers() {
        return true;
    }

    private static boolean silent() {
        return false;
    }

    private static boolean notAsked() {
        throw new AssertionError("Docker was asked although the wish was plain");
    }

    @Test
    void autoTakesDockerWhereAnEngineAnswersAndTheJarsElsewhere() {
        for (@org.jspecify.annotations.Nullable String auto : new @Nullable String[] {null, "", " ", "auto", "AUTO"}) {
            assertEquals(KafkaPath.DOCKER, KafkaPath.choose(auto, KafkaPathTest::answers));
            assertEquals(KafkaPath.JAR, KafkaPath.choose(auto, KafkaPathTest::silent));
        }
    }

    @Test
    void aPlainWishIsTakenAtItsWord() {
        assertEquals(KafkaPath.DOCKER, KafkaPath.choose("docker", KafkaPathTest::notAsked));
        assertEquals(KafkaPath.JAR, KafkaPath.choose(" jar ", KafkaPathTest::notAsked));
    }

    @Test
    void anUnknownWishIsOneClearLine() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> KafkaPath.choose("podman", KafkaPathTest::notAsked));
        assertEquals("MUSTER_TEST_KAFKA must be auto, docker or jar, was 'podman'", refused.getMessage());
    }

    @Test
    void dockerIsLookedForWhereItsVariableSays(@TempDir Path temp) throws Exception {
        assertFalse(DockerProbe.somethingAccepts("unix://" + temp.resolve("docker.sock")));
        assertFalse(DockerProbe.somethingAccepts("not a uri"));
        try (ServerSocket engine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertTrue(DockerProbe.somethingAccepts("tcp://127.0.0.1:" + engine.getLocalPort()));
        }
    }

    @Test
    void theSharedBrokerIsOneAndSurvivesClose() throws Exception {
        TestKafka first = TestKafka.shared();
        first.close();
        assertSame(first, TestKafka.shared());
        try (var admin = Admin.create(Map.of("bootstrap.servers", first.bootstrapServers()))) {
            assertEquals(1, admin.describeCluster().nodes().get().size());
        }
    }
}
