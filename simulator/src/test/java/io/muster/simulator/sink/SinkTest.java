package io.muster.simulator.sink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.muster.contract.codec.Envelope;
import io.muster.contract.codec.EnvelopeCodec;
import io.muster.contract.codec.Unreadable;
import io.muster.simulator.Simulation;
import io.muster.simulator.SimulationOptions;
import io.muster.simulator.SimulationRun;
import io.muster.simulator.radio.TimedMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkTest {
    private static final SimulationOptions MINUTE =
            SimulationOptions.file("demo", 60_000).withPeople(100);

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws InterruptedException {
        byte[] first = recording(MINUTE);
        assertArrayEquals(first, recording(MINUTE));
        assertTrue(!java.util.Arrays.equals(first, recording(MINUTE.withSeed(8))));
    }

    @Test
    void aRecordingIsSortedCountsItsOffsetsAndReadsBackAsItIsWritten() throws InterruptedException, Unreadable {
        List<Envelope> envelopes = new ArrayList<>();
        Map<String, Long> next = new HashMap<>();
        for (String line : new String(recording(MINUTE), StandardCharsets.UTF_8).split("\n")) {
            Envelope envelope = EnvelopeCodec.read(line);
            assertEquals(line, EnvelopeCodec.write(envelope));
            String partition = envelope.topic() + envelope.partition();
            assertEquals(next.getOrDefault(partition, 0L), envelope.offset());
            next.put(partition, envelope.offset() + 1);
            envelopes.add(envelope);
        }
        List<Envelope> sorted = new ArrayList<>(envelopes);
        sorted.sort(Comparator.comparingLong(Envelope::arrivalMillis)
                .thenComparing(Envelope::topic)
                .thenComparingInt(Envelope::partition)
                .thenComparingLong(Envelope::offset));
        assertEquals(sorted, envelopes);
        assertEquals("plans", envelopes.get(0).topic());
        assertEquals("trackables", envelopes.get(100).topic());
        assertTrue(next.containsKey("location-updates.uwb-north3"), next.toString());
    }

    @Test
    void aNameWithGzIsZipped(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("run.jsonl.gz");
        run(MINUTE, FileSink.open(file.toString()));
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertArrayEquals(recording(MINUTE), in.readAllBytes());
        }
    }

    @Test
    void messagesOutOfOrderAreRefused() throws IOException {
        try (FileSink sink = new FileSink(new ByteArrayOutputStream())) {
            sink.send("north", message(2_000));
            assertThrows(IllegalArgumentException.class, () -> sink.send("north", message(1_999)));
        }
    }

    @Test
    void kafkaGetsTheSitePrefixTheKeyAndAMeter() throws IOException {
        MockProducer<byte[], byte[]> producer = producer(true);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (KafkaSink sink = new KafkaSink(producer, meters)) {
            sink.send("north", message(1_000));
        }
        assertEquals(
                "north.location-updates.uwb-north", producer.history().get(0).topic());
        assertEquals("K", new String(producer.history().get(0).key(), StandardCharsets.UTF_8));
        assertEquals(1, meters.get("muster.simulator.messages").counter().count());
        assertTrue(producer.closed());
    }

    @Test
    void aSendThatFailedForGoodFailsTheNextCall() throws IOException {
        MockProducer<byte[], byte[]> producer = producer(false);
        KafkaSink sink = new KafkaSink(producer, new SimpleMeterRegistry());
        sink.send("north", message(1_000));
        producer.errorNext(new IllegalStateException("no such topic"));
        IOException error = assertThrows(IOException.class, () -> sink.send("north", message(1_001)));
        assertTrue(String.valueOf(error.getMessage()).contains("no such topic"));
    }

    @Test
    void theProducerAsksForEveryReplicaAndPacksWithLz4() {
        assertEquals("all", KafkaSink.settings("h:1").get("acks"));
        assertEquals("lz4", KafkaSink.settings("h:1").get("compression.type"));
    }

    @Test
    void eachSiteHasAFileOfItsOwn(@TempDir Path folder) throws IOException {
        try (FilesSink sink = new FilesSink(folder.resolve("{site}.jsonl").toString())) {
            sink.send("north", message(1_000));
            sink.send("south", message(1_000));
            sink.send("north", message(1_001));
        }
        assertEquals(2, Files.readAllLines(folder.resolve("north.jsonl")).size());
        assertEquals(1, Files.readAllLines(folder.resolve("south.jsonl")).size());
        assertThrows(IllegalArgumentException.class, () -> new FilesSink("one.jsonl"));
    }

    private static MockProducer<byte[], byte[]> producer(boolean autoComplete) {
        return new MockProducer<>(autoComplete, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static TimedMessage message(long at) {
        return new TimedMessage(
                at,
                "location-updates.uwb-north",
                "K".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] recording(SimulationOptions options) throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run(options, new FileSink(out));
        return out.toByteArray();
    }

    private static void run(SimulationOptions options, Sink sink) throws InterruptedException {
        SimulationRun run = Simulation.start(options, sink);
        run.awaitEnd();
        assertEquals(null, run.failure());
    }
}
