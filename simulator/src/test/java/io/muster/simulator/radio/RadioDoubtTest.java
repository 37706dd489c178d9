package io.muster.simulator.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.people.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the radio cannot tell where somebody is. */
class RadioDoubtTest {
    private static final long MINUTE = Heard.MINUTE;
    private static final long HOUR = 60 * MINUTE;
    private static final RadioOptions PERFECT = RadioOptions.perfect();
    private final Person first = Heard.uwb(1, Heard.east());
    private final Person second = Heard.ble(2, Heard.at(500, 0));
    private final Person both = Heard.person(3, Heard.at(500, 0), Heard.uwbTag(3, 0), Heard.bleTag(3));
    private final List<Person> people = List.of(first, second, both);

    @Test
    void withoutFaultsThereIsNone() {
        RadioDoubt doubt = new RadioDoubt(PERFECT, RadioFaults.none(), 7);
        people.forEach(person -> assertEquals(List.of(), doubt.doubts(person, 0, 100 * HOUR)));
    }

    @Test
    void anOutageIsDoubtForThoseWhomTheVendorFollows() {
        RadioDoubt doubt = doubt(Heard.vendorFault(FaultKind.VENDOR_OUTAGE, MINUTE, MINUTE, Vendors.UWB));
        List<Interval> outage = List.of(new Interval(MINUTE, 2 * MINUTE));
        assertEquals(outage, doubt.doubts(first, 0, HOUR));
        assertEquals(List.of(), doubt.doubts(second, 0, HOUR));
        assertEquals(outage, doubt.doubts(both, 0, HOUR));
        assertEquals(
                List.of(),
                doubt(Heard.vendorFault(FaultKind.VENDOR_OUTAGE, MINUTE, MINUTE, Vendors.BLE))
                        .doubts(both, 0, HOUR),
                "UWB goes on");
    }

    @Test
    void aBurstIsDoubtUntilTheBufferIsEmpty() {
        RadioDoubt doubt = doubt(Heard.vendorFault(FaultKind.BUFFERED_BURST, MINUTE, MINUTE, Vendors.UWB));
        assertEquals(List.of(new Interval(MINUTE, 2 * MINUTE + 2_000)), doubt.doubts(first, 0, HOUR));
    }

    @Test
    void aClockIsDoubtOnlyBeyondTwoSeconds() {
        assertEquals(List.of(), doubt(clock(FaultKind.CLOCK_OFFSET, 2_000, 0)).doubts(first, 0, HOUR));
        assertEquals(
                List.of(new Interval(MINUTE, 11 * MINUTE)),
                doubt(clock(FaultKind.CLOCK_OFFSET, -2_001, 0)).doubts(first, 0, HOUR));
        List<Interval> drifting = doubt(clock(FaultKind.CLOCK_DRIFT, 0, 10_000)).doubts(first, 0, HOUR);
        assertEquals(1, drifting.size());
        assertEquals(MINUTE + 200_050, drifting.get(0).fromMillis(), "1 % of 200 s are 2 s");
        assertEquals(11 * MINUTE, drifting.get(0).untilMillis());
    }

    @Test
    void tagsThatAreDeadSwappedSilentOrUnboundAreDoubt() {
        RadioDoubt doubt = doubt(
                who(FaultKind.TAG_DEATH, 30 * MINUTE, null, "person#1"),
                who(FaultKind.TAG_SWAP, 5 * MINUTE, MINUTE, "person#1", "person#2"),
                who(FaultKind.UNBOUND_TAG, 0, null, "person#3"));
        assertEquals(
                List.of(new Interval(5 * MINUTE, 6 * MINUTE), new Interval(30 * MINUTE, HOUR)),
                doubt.doubts(first, 0, HOUR));
        assertEquals(List.of(new Interval(5 * MINUTE, 6 * MINUTE)), doubt.doubts(second, 0, HOUR));
        assertEquals(List.of(new Interval(7, 9)), doubt.doubts(both, 7, 9));
        RadioFaults silent = new RadioFaults(List.of(), people, PERFECT, Map.of(), HOUR)
                .withSilences(Map.of("person#1", cycle -> List.of(new Interval(0, MINUTE))));
        assertEquals(
                List.of(new Interval(0, MINUTE), new Interval(HOUR, HOUR + 30_000)),
                new RadioDoubt(PERFECT, silent, 7).doubts(first, 0, HOUR + 30_000));
    }

    @Test
    void aBlindSpotIsDoubtWhileOneIsInsideIfItLosesEnough() {
        for (double loss : new double[] {0.29, 0.3, 1}) {
            RadioFaults faults = new RadioFaults(
                    List.of(new Fault(FaultKind.BLIND_SPOT, 0, 10 * MINUTE, null, "pit", List.of(), loss, 0, 0, 1)),
                    people,
                    PERFECT,
                    Map.of("pit", (x, y, floor) -> x >= 100 && x <= 200),
                    Long.MAX_VALUE);
            List<Interval> doubts = new RadioDoubt(PERFECT, faults, 7).doubts(first, 0, HOUR);
            assertEquals(
                    loss < 0.3 ? List.of() : List.of(new Interval(99_000, 201_000)),
                    doubts,
                    "at 1 m/s, seen each second");
            assertEquals(List.of(), new RadioDoubt(PERFECT, faults, 7).doubts(second, 0, HOUR));
        }
    }

    @Test
    void anExcursionIsDoubtAsLongAsItLasts() {
        Excursion some = new Excursion(6, 12, 30_000);
        RadioOptions options = PERFECT.withUwb(PERFECT.uwb().withMirror(some).withFloorFlip(some));
        RadioDoubt doubt = new RadioDoubt(options, RadioFaults.none(), 7);
        List<Interval> doubts = doubt.doubts(both, 0, 10 * HOUR);
        int away = 0;
        for (Heard fix : Heard.fixes(Heard.run(List.of(both), options, RadioFaults.none(), 10 * HOUR))) {
            boolean elsewhere = Math.abs(fix.x() - 500) > 0.001
                    || Math.abs(fix.y()) > 0.001
                    || fix.value().path("floor").asInt() != 0;
            if (fix.topic().endsWith(Vendors.UWB)) {
                assertEquals(
                        doubts.stream().anyMatch(each -> each.contains(fix.generatedMillis())),
                        elsewhere,
                        "seed 7 at " + fix.generatedMillis());
                away += elsewhere ? 1 : 0;
            }
        }
        assertTrue(away > 1_000, "seed 7: " + away);
        assertEquals(List.of(), doubt.doubts(second, 0, 10 * HOUR), "BLE has none");
    }

    @Test
    void doubtsComeAgainInEveryCycleAndAreCutToWhatWasAsked() {
        RadioFaults faults = new RadioFaults(
                List.of(
                        Heard.vendorFault(FaultKind.VENDOR_OUTAGE, 10 * MINUTE, 5 * MINUTE, Vendors.UWB),
                        who(FaultKind.TAG_DEATH, 50 * MINUTE, null, "person#1")),
                people,
                PERFECT,
                Map.of(),
                HOUR);
        RadioDoubt doubt = new RadioDoubt(PERFECT, faults, 7);
        assertEquals(
                List.of(
                        new Interval(12 * MINUTE, 15 * MINUTE),
                        new Interval(50 * MINUTE, HOUR),
                        new Interval(70 * MINUTE, 75 * MINUTE),
                        new Interval(110 * MINUTE, 115 * MINUTE)),
                doubt.doubts(first, 12 * MINUTE, 115 * MINUTE));
        assertEquals(List.of(), doubt.doubts(first, 20 * MINUTE, 20 * MINUTE));
    }

    private RadioDoubt doubt(Fault... faults) {
        return new RadioDoubt(PERFECT, Heard.faults(people, faults), 7);
    }

    private static Fault clock(FaultKind kind, long offset, double ppm) {
        return new Fault(kind, MINUTE, 10 * MINUTE, Vendors.UWB, null, List.of(), 0, offset, ppm, 1);
    }

    private static Fault who(FaultKind kind, long at, @Nullable Long length, String... members) {
        return new Fault(kind, at, length, null, null, List.of(members), 0, 0, 0, 1);
    }
}
