package io.muster.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.radio.TimedMessage;
import io.muster.simulator.scenario.Scenarios;
import io.muster.simulator.sink.Sink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SimulationTest {
    @Test
    void aRunEndsWithItsDurationAndTellsItsTruth() throws InterruptedException {
        Memory memory = new Memory();
        List<SimulationProgress> told = Collections.synchronizedList(new ArrayList<>());
        SimulationOptions options = SimulationOptions.file("demo", 90_000).withPeople(100);
        SimulationRun run = Simulation.of(options).start(memory, told::add);
        run.awaitEnd();
        assertEquals(90_000, run.simulatedMillis());
        assertEquals(memory.messages.size(), run.messages());
        assertEquals("plans", memory.messages.get(0).topic());
        assertTrue(memory.closed && !told.isEmpty());
        assertTrue(
                run.truth().alarms().stream().filter(line -> !line.tolerated()).count() >= 4);
        assertEquals(run.truth(60_000), run.simulation().site().truth().truth(60_000, options.startMillis()));
    }

    @Test
    void aRunWithoutDurationGoesOnUntilItIsStoppedAndClosesItsSink() throws InterruptedException {
        Memory memory = new Memory();
        SimulationRun run = Simulation.start(
                SimulationOptions.file("demo", 1).withDurationMillis(null).withPeople(50), memory);
        memory.thousand.await();
        assertTrue(run.isRunning());
        run.stop();
        assertFalse(run.isRunning());
        assertTrue(memory.closed);
        run.close();
    }

    @Test
    void planAndPeopleAreNotRepeatedWhenTheyAreInForce() throws InterruptedException {
        Memory memory = new Memory();
        Simulation.start(SimulationOptions.file("demo", 5_000).withPeople(50).withAnnounce(false), memory)
                .awaitEnd();
        assertTrue(memory.messages.stream()
                .noneMatch(message ->
                        message.topic().equals("plans") || message.topic().equals("trackables")));
    }

    @Test
    void aSinkThatFailsEndsTheRunWithItsReason() throws InterruptedException {
        Sink broken = new Memory() {
            @Override
            public void send(String site, TimedMessage message) throws IOException {
                throw new IOException("disk full");
            }
        };
        SimulationRun run = Simulation.start(SimulationOptions.file("demo", 5_000), broken);
        run.awaitEnd();
        assertEquals("disk full", Objects.requireNonNull(run.failure()).getMessage());
    }

    @Test
    void wrongOptionsAreNamedTogether() {
        Scenarios.Opened demo = SimulationOptions.file("demo", 1).scenario();
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> new SimulationOptions(demo, "Demo Site", 0, 5, 7, -1, 0L, 0, true))
                .getMessage());
        assertEquals(
                "site must match [a-z][a-z0-9-]{0,31}, was 'Demo Site'; sites must be 1..1000, was 0; people must be 10..100000, was 5; "
                        + "speed must be >= 0 (0 = as fast as possible), was -1.0; duration must be > 0 ms, was 0",
                message);
    }

    @Test
    void thePacerWaitsAsLongAsTheSpeedSays() {
        AtomicLong clock = new AtomicLong(1_000_000_000L);
        List<Long> waits = new ArrayList<>();
        Pacer pacer = new Pacer(10, clock::get, nanos -> {
            waits.add(nanos);
            clock.addAndGet(nanos);
        });
        while (!pacer.awaitDue(1_000)) {
            assertTrue(waits.size() < 100);
        }
        assertEquals(1_100_000_000L, clock.get());
        assertTrue(pacer.awaitDue(500));
        assertTrue(new Pacer(0, clock::get, nanos -> waits.add(-1L)).awaitDue(Long.MAX_VALUE / 2_000_000));
        assertFalse(waits.contains(-1L));
    }

    @Test
    void severalSitesAreOneStreamInTheOrderOfTimeAndEachIsAPlantOfItsOwn() {
        Simulation plants = Simulation.of(
                SimulationOptions.file("plant", 20_000).withPeople(50).withSites(3));
        assertEquals(
                List.of("plant-0001", "plant-0002", "plant-0003"),
                plants.sites().stream().map(Site::id).toList());
        long before = 0;
        Map<String, List<String>> positions = new HashMap<>();
        for (Iterator<SiteMessage> all = plants.traffic(); all.hasNext(); ) {
            SiteMessage message = all.next();
            assertTrue(message.message().emissionMillis() >= before);
            before = message.message().emissionMillis();
            positions
                    .computeIfAbsent(message.site(), site -> new ArrayList<>())
                    .add(new String(message.message().value(), StandardCharsets.UTF_8));
        }
        assertEquals(3, positions.size());
        Simulation alone = Simulation.of(SimulationOptions.file("plant-0002", 20_000)
                .withPeople(50)
                .withSeed(plants.options().seed() + 1));
        List<String> own = new ArrayList<>();
        alone.traffic()
                .forEachRemaining(
                        message -> own.add(new String(message.message().value(), StandardCharsets.UTF_8)));
        assertEquals(own, positions.get("plant-0002"));
    }

    /** Keeps what it gets. */
    private static class Memory implements Sink {
        final List<TimedMessage> messages = Collections.synchronizedList(new ArrayList<>());
        final CountDownLatch thousand = new CountDownLatch(1_000);
        volatile boolean closed;

        @Override
        public void send(String site, TimedMessage message) throws IOException {
            messages.add(message);
            thousand.countDown();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            closed = true;
        }
    }
}
