package io.muster.simulator.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.people.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two people, one with a tag of each vendor; everything else is perfect: a fix of UWB each second, of BLE each two, all 30 ms later. */
class VendorFaultsTest {
    private static final long MINUTE = Heard.MINUTE;
    private final List<Person> people = List.of(Heard.uwb(1, Heard.at(10, 10)), Heard.ble(2, Heard.at(20, 20)));

    @Test
    void whatAVendorSendsInAnOutageNeverComesAndNothingElseChanges() {
        List<Heard> all = run(5 * MINUTE);
        List<Heard> heard = run(5 * MINUTE, fault(FaultKind.VENDOR_OUTAGE, MINUTE, MINUTE));
        Interval outage = new Interval(MINUTE, 2 * MINUTE);
        assertEquals(
                texts(Heard.only(
                        all, each -> !each.topic().endsWith(Vendors.UWB) || !outage.contains(each.generatedMillis()))),
                texts(heard));
        assertTrue(heard.size() < all.size());
    }

    @Test
    void anOutageWithoutEndIsForEver() {
        List<Heard> heard =
                Heard.only(run(5 * MINUTE, fault(FaultKind.VENDOR_OUTAGE, MINUTE, null)), each -> each.topic()
                        .endsWith(Vendors.UWB));
        assertEquals(60, Heard.fixes(heard).size());
    }

    @Test
    void whatABufferHoldsComesWithinTwoSecondsOfTheEndInItsOrderWithItsOwnTimes() {
        List<Heard> all = run(5 * MINUTE);
        List<Heard> heard = run(5 * MINUTE, fault(FaultKind.BUFFERED_BURST, MINUTE, MINUTE));
        assertEquals(values(all), values(heard), "the same messages");
        long before = 0;
        int held = 0;
        for (Heard each : heard) {
            boolean uwb = each.topic().endsWith(Vendors.UWB);
            if (uwb && each.generatedMillis() >= MINUTE && each.generatedMillis() < 2 * MINUTE) {
                assertTrue(each.arrivalMillis() >= 2 * MINUTE, "held until the end");
                assertTrue(each.arrivalMillis() < 2 * MINUTE + 2_000, "then within 2 s");
                assertTrue(each.generatedMillis() >= before, "in its order");
                before = each.generatedMillis();
                held++;
            } else {
                assertEquals(each.generatedMillis() + 30, each.arrivalMillis());
            }
        }
        assertTrue(held >= 60, "held " + held);
    }

    @Test
    void aFullBufferTakesLongerSoThatNotTooMuchComesAtOnce() {
        List<Person> many = new ArrayList<>();
        for (int number = 1; number <= 300; number++) {
            many.add(Heard.uwb(number, Heard.at(number, 0)));
        }
        List<Heard> heard = Heard.run(
                many,
                RadioOptions.perfect(),
                Heard.faults(many, fault(FaultKind.BUFFERED_BURST, MINUTE, MINUTE)),
                3 * MINUTE);
        List<Heard> held = Heard.only(
                Heard.fixes(heard), each -> each.generatedMillis() >= MINUTE && each.generatedMillis() < 2 * MINUTE);
        assertEquals(18_000, held.size());
        Map<Long, Integer> perSecond = new HashMap<>();
        held.forEach(each -> perSecond.merge(each.arrivalMillis() / 1_000, 1, Integer::sum));
        assertEquals(9, perSecond.size(), "18,000 at 2,000 a second");
        perSecond.values().forEach(count -> assertEquals(2_000, count, 100));
        long before = 0;
        for (Heard each : held) {
            // Messages of different tags that arrive in the same millisecond have no order: 9 s hold 60 s, so 7 ms may
            // be swapped.
            assertTrue(each.generatedMillis() >= before - 7, each.generatedMillis() + " after " + before);
            before = Math.max(before, each.generatedMillis());
        }
    }

    @Test
    void duplicatesOfWhatWasHeldComeWithIt() {
        RadioOptions options = RadioOptions.perfect().withChannel(new ChannelOptions(30, 250, 0.05, 0.5, 0.3, 1_300));
        List<Heard> heard = Heard.run(
                people, options, Heard.faults(people, fault(FaultKind.BUFFERED_BURST, MINUTE, MINUTE)), 5 * MINUTE);
        List<Heard> held = Heard.only(
                Heard.fixes(heard),
                each -> each.topic().endsWith(Vendors.UWB)
                        && each.generatedMillis() >= MINUTE
                        && each.generatedMillis() < 2 * MINUTE);
        assertTrue(held.size() > 70, "seed 7: " + held.size());
        long before = 0;
        for (Heard each : held) {
            assertTrue(each.generatedMillis() >= before, "no disorder in a buffer");
            assertTrue(each.arrivalMillis() >= 2 * MINUTE && each.arrivalMillis() < 2 * MINUTE + 2_000);
            before = each.generatedMillis();
        }
    }

    @Test
    void whatIsStillHeldWhenTheRunEndsDoesNotCome() {
        List<Heard> heard =
                Heard.only(run(3 * MINUTE, fault(FaultKind.BUFFERED_BURST, MINUTE, 60 * MINUTE)), each -> each.topic()
                        .endsWith(Vendors.UWB));
        assertEquals(60, Heard.fixes(heard).size());
        assertEquals(
                60,
                Heard.fixes(uwbOnly(run(3 * MINUTE, fault(FaultKind.BUFFERED_BURST, MINUTE, null))))
                        .size());
    }

    @Test
    void aWrongClockShowsInTheTimesOfTheVendorAndNotInTheArrival() {
        Fault behind = new Fault(FaultKind.CLOCK_OFFSET, MINUTE, MINUTE, Vendors.BLE, null, List.of(), 0, -4_000, 0, 1);
        List<Heard> right = run(3 * MINUTE);
        List<Heard> wrong = run(3 * MINUTE, behind);
        assertEquals(right.size(), wrong.size());
        int moved = 0;
        for (int i = 0; i < right.size(); i++) {
            Heard a = right.get(i);
            Heard b = wrong.get(i);
            assertEquals(a.arrivalMillis(), b.arrivalMillis());
            assertEquals(a.topic(), b.topic());
            boolean hit = a.topic().endsWith(Vendors.BLE)
                    && a.generatedMillis() >= MINUTE
                    && a.generatedMillis() < 2 * MINUTE;
            assertEquals(a.generatedMillis() - (hit ? 4_000 : 0), b.generatedMillis());
            assertEquals(
                    b.value().path("timestamp_generated"), b.value().path("timestamp_sent"), "one clock writes both");
            moved += hit ? 1 : 0;
        }
        assertTrue(moved >= 30, "moved " + moved);
        RadioFaults faults = Heard.faults(people, behind);
        assertEquals(-4_000, faults.clockOffsetMillis(Vendors.BLE, MINUTE));
        assertEquals(0, faults.clockOffsetMillis(Vendors.UWB, MINUTE));
    }

    @Test
    void faultsComeAgainInEveryCycle() {
        RadioFaults faults = new RadioFaults(
                List.of(fault(FaultKind.VENDOR_OUTAGE, MINUTE, null), clockJump(2_000)),
                people,
                RadioOptions.perfect(),
                Map.of(),
                2 * MINUTE);
        List<Heard> heard = Heard.fixes(uwbOnly(Heard.run(people, RadioOptions.perfect(), faults, 6 * MINUTE)));
        assertEquals(3 * 60, heard.size());
        for (Heard each : heard) {
            long local = Math.floorMod(each.arrivalMillis() - 30, 2 * MINUTE);
            assertTrue(local < MINUTE);
            assertEquals(
                    each.arrivalMillis() - 30 + (local >= 30_000 ? 2_000 : 0),
                    each.generatedMillis(),
                    "the clock is right again at the beginning of a cycle");
        }
    }

    @Test
    void faultsThatCannotBePlayedAreNamedTogetherWithTheirLines() {
        List<Fault> wrong = List.of(
                new Fault(FaultKind.VENDOR_OUTAGE, 0, null, "uwb-west", null, List.of(), 0, 0, 0, 11),
                new Fault(FaultKind.BLIND_SPOT, 0, null, null, "unit-99", List.of(), 0.5, 0, 0, 12),
                new Fault(FaultKind.TAG_SWAP, 0, null, null, null, List.of("person#1"), 0, 0, 0, 13),
                new Fault(FaultKind.TAG_DEATH, 9 * MINUTE, null, null, null, List.of("person#1"), 0, 0, 0, 14));
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> new RadioFaults(wrong, people, RadioOptions.perfect(), Map.of(), 5 * MINUTE))
                .getMessage());
        assertEquals(
                "11: no vendor 'uwb-west'; there are uwb-north, ble-south; 12: no zone 'unit-99'; "
                        + "13: tag_swap takes 2 in who, not 1; 14: at must be within the scenario, was 540000 ms",
                message);
    }

    private List<Heard> run(long duration, Fault... faults) {
        return Heard.run(people, RadioOptions.perfect(), Heard.faults(people, faults), duration);
    }

    private static List<Heard> uwbOnly(List<Heard> all) {
        return Heard.only(all, each -> each.topic().endsWith(Vendors.UWB));
    }

    private static Fault fault(FaultKind kind, long at, @Nullable Long length) {
        return Heard.vendorFault(kind, at, length, Vendors.UWB);
    }

    private static Fault clockJump(long offset) {
        return new Fault(FaultKind.CLOCK_JUMP, 30_000, null, Vendors.UWB, null, List.of(), 0, offset, 0, 1);
    }

    private static List<String> texts(List<Heard> all) {
        return all.stream().map(Heard::text).toList();
    }

    private static List<String> values(List<Heard> all) {
        return all.stream().map(each -> each.value().toString()).sorted().toList();
    }
}
