package io.muster.console.hub;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.console.config.ConsoleOptions;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where no broker is. */
@Timeout(60)
class VendorWriterTest {
    @Test
    void aVendorIsToldSoonThatTheBrokersAreAway() {
        ConsoleOptions options = ConsoleOptions.read(name -> name.equals("kafka") ? "127.0.0.1:1" : null, Map.of());
        try (VendorWriter writer = new VendorWriter(options, Duration.ofMillis(400))) {
            long start = System.nanoTime();
            assertThrows(
                    VendorWriter.NotTaken.class,
                    () -> writer.send(
                            new TopicName("api-nowhere", TopicKind.LOCATION_UPDATES, "acme"),
                            List.of(new Update("t", new byte[] {1}), new Update("t", new byte[] {2}))));
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertTrue(millis < 10_000, millis + " ms");
        }
    }
}
