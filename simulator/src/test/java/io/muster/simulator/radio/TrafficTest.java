package io.muster.simulator.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.people.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything wrong at once, for 60 people: what is said depends on nothing but the person, the options and the seed. */
class TrafficTest {
    private static final long MINUTE = Heard.MINUTE;
    private static final Excursion OFTEN = new Excursion(120, 5, 4_000);
    private static final Ranging BAD = Ranging.noise(1000, 0.3, 0.7, 0.5)
            .withBiasMetres(0.4)
            .withNonLineOfSight(OFTEN)
            .withMirror(OFTEN)
            .withFloorFlip(OFTEN);
    private static final RadioOptions OPTIONS =
            new RadioOptions(BAD, BAD.withBiasMetres(2), new ChannelOptions(30, 250, 0.05, 0.05, 0.05, 1_300));
    private static final List<Beacon> BEACONS = List.of(new Beacon("beacon-1", 12, 0, 0, 20));
    private final List<Person> people = people();

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() {
        assertAlike(texts(traffic(people, 7, 500)), texts(traffic(people, 7, 500)), "seed 7");
        assertNotEquals(texts(traffic(people, 7, 500)), texts(traffic(people, 8, 500)));
    }

    @Test
    void howTheTimeIsCutDoesNotMatter() {
        List<String> half = texts(traffic(people, 7, 500));
        for (long slice : new long[] {1, 37, 1_000, 60_000}) {
            assertAlike(half, texts(traffic(people, 7, slice)), "slices of " + slice + " ms");
        }
    }

    @Test
    void whatOnePersonSendsDoesNotDependOnWhoElseIsThere() {
        Person one = people.get(17);
        Person alone = new Person(
                0,
                one.id(),
                one.member(),
                one.crew(),
                one.name(),
                one.department(),
                one.personType(),
                one.post(),
                one.host(),
                one.validFromMillis(),
                one.validUntilMillis(),
                one.tags(),
                one.motion());
        Set<String> tags = new HashSet<>();
        one.tags().forEach(tag -> tags.add(tag.providerId()));
        // The buffer is left out: how long it takes to empty does depend on how much all have put in.
        RadioFaults faults = new RadioFaults(withoutBurst(), List.of(alone), OPTIONS, zones(), Long.MAX_VALUE);
        RadioFaults faultsAmong = new RadioFaults(withoutBurst(), people, OPTIONS, zones(), Long.MAX_VALUE);
        List<String> among = texts(Heard.only(run(people, faultsAmong), each -> tags.contains(each.tag())));
        assertAlike(among, texts(run(List.of(alone), faults)), one.member());
        assertTrue(among.size() > 300, "seed 7: " + among.size());
    }

    @Test
    void emissionNeverGoesBackAndTheRunEnds() {
        Traffic traffic = new Traffic(people, BEACONS, OPTIONS, 7, Heard.START, 2 * MINUTE);
        long before = Heard.START;
        int count = 0;
        while (traffic.hasNext()) {
            TimedMessage message = traffic.next();
            assertTrue(message.emissionMillis() >= before);
            before = message.emissionMillis();
            count++;
        }
        assertTrue(count > 60 * 100, "seed 7: " + count);
        assertTrue(before <= Heard.START + 2 * MINUTE + 250 + 1_300 + 100);
        assertThrows(NoSuchElementException.class, traffic::next);
    }

    @Test
    void preparedMessagesComeAtTheirTimeAndAsTheyAre() {
        List<TimedMessage> prepared = new ArrayList<>();
        for (long at = 0; at < 5 * MINUTE; at += 700) {
            prepared.add(prepared(at, "gas-alarms"));
        }
        List<TimedMessage> sent = new ArrayList<>();
        long before = Heard.START;
        Traffic traffic = new Traffic(
                people, BEACONS, OPTIONS, RadioFaults.none(), prepared.iterator(), 7, Heard.START, 5 * MINUTE);
        while (traffic.hasNext()) {
            TimedMessage message = traffic.next();
            assertTrue(message.emissionMillis() >= before);
            before = message.emissionMillis();
            if (message.topic().equals("gas-alarms")) {
                sent.add(message);
            }
        }
        assertEquals(prepared.size(), sent.size());
        for (int i = 0; i < sent.size(); i++) {
            assertSame(prepared.get(i), sent.get(i));
        }
    }

    @Test
    void preparedMessagesWithoutEndAreTakenAsTheyAreNeeded() {
        Iterator<TimedMessage> endless = Stream.iterate(0L, at -> at + 1_000)
                .map(at -> prepared(at, "inspections"))
                .iterator();
        List<TimedMessage> sent = new ArrayList<>();
        new Traffic(List.of(), List.of(), OPTIONS, RadioFaults.none(), endless, 7, Heard.START, MINUTE)
                .forEachRemaining(sent::add);
        assertEquals(60, sent.size());
    }

    @Test
    void whatATagSaysInAnEventIsLostOrHeldAsTheRestOfItsVendor() {
        List<TimedMessage> prepared = List.of(
                prepared(30_000, Vendors.UWB_STATUS),
                prepared(90_000, Vendors.UWB_STATUS),
                prepared(90_000, Vendors.BLE_STATUS),
                prepared(210_000, Vendors.UWB_STATUS),
                prepared(210_000, "gas-alarms"));
        RadioFaults faults = Heard.faults(
                people,
                Heard.vendorFault(FaultKind.VENDOR_OUTAGE, MINUTE, MINUTE, Vendors.UWB),
                Heard.vendorFault(FaultKind.BUFFERED_BURST, 3 * MINUTE, MINUTE, Vendors.UWB));
        List<String> sent = new ArrayList<>();
        new Traffic(List.of(), List.of(), OPTIONS, faults, prepared.iterator(), 7, Heard.START, 10 * MINUTE)
                .forEachRemaining(message -> sent.add(message.emissionMillis() - Heard.START + " " + message.topic()));
        assertEquals(
                List.of(
                        "30000 provider-status.uwb-north",
                        "90000 provider-status.ble-south",
                        "210000 gas-alarms",
                        "241000 provider-status.uwb-north"),
                sent);
    }

    @Test
    void preparedMessagesOutOfOrderAreRefused() {
        List<TimedMessage> prepared = List.of(prepared(2_000, "permits"), prepared(1_000, "permits"));
        Traffic traffic = new Traffic(
                List.of(), List.of(), OPTIONS, RadioFaults.none(), prepared.iterator(), 7, Heard.START, MINUTE);
        assertThrows(IllegalArgumentException.class, traffic::next);
    }

    private static List<Fault> withoutBurst() {
        return List.of(
                Heard.vendorFault(FaultKind.VENDOR_OUTAGE, 3 * MINUTE, 20_000L, Vendors.UWB),
                new Fault(FaultKind.BLIND_SPOT, 0, null, null, "pit", List.of(), 0.5, 0, 0, 1),
                new Fault(FaultKind.TAG_DEATH, 8 * MINUTE, null, null, null, List.of("person#18"), 0, 0, 0, 2),
                new Fault(FaultKind.CLOCK_DRIFT, 0, null, Vendors.BLE, null, List.of(), 0, 0, 500, 3));
    }

    private static Map<String, ZoneTest> zones() {
        return Map.of("pit", (x, y, floor) -> x > 15 && x < 40);
    }

    private static List<Heard> run(List<Person> people, RadioFaults faults) {
        return Heard.of(new Traffic(
                people, BEACONS, OPTIONS, faults, Collections.emptyIterator(), 7, Heard.START, 10 * MINUTE));
    }

    private static List<Heard> traffic(List<Person> people, long seed, long slice) {
        List<Fault> all = new ArrayList<>(withoutBurst());
        all.add(Heard.vendorFault(FaultKind.BUFFERED_BURST, 5 * MINUTE, MINUTE, Vendors.UWB));
        RadioFaults faults = new RadioFaults(all, people, OPTIONS, zones(), Long.MAX_VALUE);
        Iterator<TimedMessage> prepared = Stream.iterate(0L, at -> at + 1_700)
                .map(at -> prepared(at, Vendors.UWB_STATUS))
                .iterator();
        return Heard.of(
                new Traffic(people, BEACONS, OPTIONS, faults, prepared, seed, Heard.START, 10 * MINUTE + 123, slice));
    }

    private static List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (int number = 1; number <= 60; number++) {
            people.add(
                    switch (number % 4) {
                        case 0 -> Heard.ble(number, Heard.at(number, 0));
                        case 1 -> Heard.uwb(number, Heard.east());
                        case 2 -> Heard.person(number, Heard.east(), Heard.uwbTag(number, 0), Heard.bleTag(number));
                        default ->
                            Heard.person(number, Heard.at(number, 3), Heard.uwbTag(number, 0), Heard.uwbTag(number, 1));
                    });
        }
        return people;
    }

    private static TimedMessage prepared(long at, String topic) {
        return new TimedMessage(
                Heard.START + at,
                topic,
                "key".getBytes(StandardCharsets.UTF_8),
                ("{\"timestamp_generated\":\"" + Instant.ofEpochMilli(Heard.START + at) + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** As assertEquals, without showing thousands of lines. */
    private static void assertAlike(List<String> expected, List<String> actual, String what) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            assertEquals(expected.get(i), actual.get(i), what + ", line " + i);
        }
        assertEquals(expected.size(), actual.size(), what);
    }

    private static List<String> texts(List<Heard> all) {
        return all.stream().map(Heard::text).toList();
    }
}
