package io.muster.simulator.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.codec.LocationReader;
import io.muster.contract.codec.ProximityReader;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.omlox.Location;
import io.muster.contract.omlox.Proximity;
import io.muster.simulator.Simulation;
import io.muster.simulator.SimulationOptions;
import io.muster.simulator.movement.Place;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Tag;
import io.muster.simulator.plant.DemoPlant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The radio in the demo plant: what is sent can be read, and lies where people are. Seed 7 throughout. */
class RadioTest {
    private static final long SEED = 7;
    private static final long START = Instant.parse("2026-07-01T08:00:00Z").toEpochMilli();
    private final List<Person> people =
            Simulation.of(SimulationOptions.file("demo", 1).withPeople(300)).people();

    @Test
    void whatIsSentIsReadByTheContractAndLiesWhereThePersonIs() throws Unreadable {
        Map<String, Person> byTag = new HashMap<>();
        people.forEach(person -> person.tags().forEach(tag -> byTag.put(tag.providerId(), person)));
        double uwbSquare = 0;
        int uwb = 0;
        int sightings = 0;
        for (TimedMessage message : traffic(RadioOptions.defaults(), 60_000)) {
            if (message.topic().startsWith("provider-status")) {
                continue;
            }
            if (message.topic().startsWith("proximity")) {
                Proximity sighting = ProximityReader.read(message.value());
                assertTrue(!person(byTag, sighting.providerId()).hasUwb());
                assertNotNull(DemoPlant.plan("demo").beacon(sighting.source()));
                sightings++;
                continue;
            }
            Location fix = LocationReader.read(message.value());
            assertEquals(new String(message.key(), StandardCharsets.UTF_8), fix.providerId());
            Instant generated = Objects.requireNonNull(fix.timestampGenerated());
            Place truth = person(byTag, fix.providerId()).motion().placeAt(generated.toEpochMilli() - START);
            assertEquals("local", fix.crs());
            assertEquals(Double.valueOf(truth.floor()), fix.floor());
            double dx = fix.position().coordinates().get(0) - truth.x();
            double dy = fix.position().coordinates().get(1) - truth.y();
            if (message.topic().endsWith(Vendors.UWB)) {
                uwbSquare += dx * dx + dy * dy;
                uwb++;
            } else {
                assertTrue(Math.hypot(dx, dy) < 15, "seed 7: BLE " + Math.hypot(dx, dy));
            }
        }
        assertEquals(0.3, Math.sqrt(uwbSquare / uwb / 2), 0.01, "seed 7");
        assertTrue(sightings > 10, "seed 7: sightings " + sightings);
    }

    @Test
    void messagesComeInEmissionOrderWithPhasesSpreadOverThePeriod() {
        List<TimedMessage> sent = traffic(RadioOptions.defaults(), 20_000);
        int[] tenths = new int[10];
        long before = Long.MIN_VALUE;
        for (TimedMessage message : sent) {
            assertTrue(message.emissionMillis() >= before);
            before = message.emissionMillis();
            tenths[(int) (message.emissionMillis() - START) % 1000 / 100]++;
        }
        for (int tenth : tenths) {
            assertEquals(sent.size() / 10.0, tenth, sent.size() * 0.04, "seed 7");
        }
    }

    @Test
    void someArriveInDisorderAndSomeTwice() {
        Map<String, Long> newest = new HashMap<>();
        Set<String> seen = new HashSet<>();
        int behind = 0;
        int again = 0;
        for (TimedMessage message : traffic(RadioOptions.defaults(), 600_000)) {
            String text = new String(message.value(), StandardCharsets.UTF_8);
            int at = text.indexOf("timestamp_generated\":\"") + 22;
            long generated = Instant.parse(text.substring(at, at + 24)).toEpochMilli();
            String key = message.topic() + new String(message.key(), StandardCharsets.UTF_8);
            if (!seen.add(key + generated + text.indexOf("source\":\"beacon") + text)) {
                again++;
            } else if (generated < newest.getOrDefault(key, 0L)) {
                behind++;
            }
            newest.merge(key, generated, Math::max);
        }
        assertTrue(behind > 5, "seed 7: behind " + behind);
        assertTrue(again > 50, "seed 7: again " + again);
    }

    @Test
    void aPerfectRadioLosesNothingAndErrsNowhere() throws Unreadable {
        Person person =
                people.stream().filter(p -> p.tags().size() == 2).findFirst().orElseThrow();
        List<TimedMessage> sent = new ArrayList<>();
        new Traffic(List.of(person), List.of(), RadioOptions.perfect(), SEED, START, 60_000)
                .forEachRemaining(sent::add);
        sent.removeIf(message -> message.topic().startsWith("provider-status"));
        assertEquals(60 + 30, sent.size());
        for (TimedMessage message : sent) {
            Location fix = LocationReader.read(message.value());
            long generated = Objects.requireNonNull(fix.timestampGenerated()).toEpochMilli();
            assertEquals(generated + 30, message.emissionMillis());
            assertEquals(
                    person.motion().placeAt(generated - START).x(),
                    fix.position().coordinates().get(0),
                    0.0006);
        }
        assertEquals(
                Set.of(Tag.Technology.UWB, Tag.Technology.BLE),
                Set.of(person.tags().get(0).technology(), person.tags().get(1).technology()));
    }

    @Test
    void wrongOptionsAreNamedTogether() {
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> new RadioOptions(
                                Ranging.noise(0, -1, 0.7, 0.5)
                                        .withBiasMetres(Double.NaN)
                                        .withMirror(new Excursion(2, 20, 0))
                                        .withFloorFlip(new Excursion(601, 0, 1000)),
                                Ranging.noise(2000, 2.5, 1, -3).withNonLineOfSight(new Excursion(-1, -2, 0)),
                                new ChannelOptions(30, 20, 0.01, 2, 0.002, 100)))
                .getMessage());
        for (String part : List.of(
                "radio uwb period must be >= 1 ms, was 0",
                "radio uwb sigma must be >= 0.0 and finite, was -1.0",
                "radio uwb bias must be >= 0.0 and finite, was NaN",
                "radio uwb mirror length must be 1..3600000 ms, was 0",
                "radio uwb floor flip per hour must be in 0.0..600.0, was 601.0",
                "radio ble correlation must be in 0..1 (1 excluded), was 1.0",
                "radio ble accuracy must be >= 0.0 and finite, was -3.0",
                "radio ble non-line-of-sight per hour must be in 0.0..600.0, was -1.0",
                "radio ble non-line-of-sight metres must be >= 0.0 and finite, was -2.0",
                "radio longest delay must be >= 30 ms, was 20",
                "radio duplicates must be in 0..1 (1 excluded), was 2.0",
                "radio longest hold-up by disorder must be >= 300 ms, was 100")) {
            assertTrue(message.contains(part), message);
        }
        assertEquals(12, message.split("; ").length, message);
    }

    private List<TimedMessage> traffic(RadioOptions options, long duration) {
        List<TimedMessage> sent = new ArrayList<>();
        new Traffic(people, DemoPlant.beacons(), options, SEED, START, duration).forEachRemaining(sent::add);
        return sent;
    }

    private static Person person(Map<String, Person> byTag, String providerId) {
        return Objects.requireNonNull(byTag.get(providerId), providerId);
    }
}
