package io.muster.simulator.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VendorClockTest {
    private static final long MINUTE = 60_000;

    @Test
    void anOffsetHoldsForItsTime() {
        VendorClock clock = new VendorClock(List.of(clockFault(FaultKind.CLOCK_OFFSET, MINUTE, MINUTE, -4_500, 0)));
        assertEquals(0, clock.offsetMillis(MINUTE - 1));
        assertEquals(-4_500, clock.offsetMillis(MINUTE));
        assertEquals(-4_500, clock.offsetMillis(2 * MINUTE - 1));
        assertEquals(0, clock.offsetMillis(2 * MINUTE));
    }

    @Test
    void aDriftGrowsEvenlyUntilTheClockIsSet() {
        VendorClock clock = new VendorClock(List.of(clockFault(FaultKind.CLOCK_DRIFT, MINUTE, 10 * MINUTE, 0, 200)));
        assertEquals(0, clock.offsetMillis(MINUTE));
        assertEquals(12, clock.offsetMillis(2 * MINUTE), "200 ppm are 12 ms a minute");
        assertEquals(108, clock.offsetMillis(10 * MINUTE));
        assertEquals(0, clock.offsetMillis(11 * MINUTE));
    }

    @Test
    void aJumpStaysAndFaultsAddUp() {
        VendorClock clock = new VendorClock(List.of(
                clockFault(FaultKind.CLOCK_JUMP, MINUTE, null, 3_000, 0),
                clockFault(FaultKind.CLOCK_OFFSET, 2 * MINUTE, MINUTE, -1_000, 0),
                clockFault(FaultKind.CLOCK_DRIFT, 0, null, 0, -100)));
        assertEquals(-3, clock.offsetMillis(30_000));
        assertEquals(3_000 - 6, clock.offsetMillis(MINUTE));
        assertEquals(2_000 - 12, clock.offsetMillis(2 * MINUTE));
        assertEquals(3_000 - 60, clock.offsetMillis(10 * MINUTE));
    }

    @Test
    void aRightClockIsNeverWrong() {
        VendorClock clock = new VendorClock(List.of());
        assertTrue(clock.isRight());
        assertEquals(0, clock.offsetMillis(MINUTE));
        assertEquals(List.of(), clock.wrongByMoreThan(0, MINUTE));
    }

    @Test
    void whenADriftIsTooMuchIsKnownToTheMillisecond() {
        VendorClock clock = new VendorClock(List.of(clockFault(FaultKind.CLOCK_DRIFT, 0, null, 0, 100_000)));
        assertEquals(
                List.of(new Interval(20_005, MINUTE)),
                clock.wrongByMoreThan(2_000, MINUTE),
                "2,000.5 rounds up to 2,001");
    }

    @Property(tries = 300)
    void whenItIsWrongIsWhatOneFindsByLookingAtEveryMillisecond(@ForAll("clockFaults") List<Fault> faults) {
        VendorClock clock = new VendorClock(faults);
        List<Interval> found = new ArrayList<>();
        for (long at = 0; at < 3_000; at++) {
            if (Math.abs(clock.offsetMillis(at)) > 200) {
                found.add(new Interval(at, at + 1));
            }
        }
        assertEquals(Spans.joined(found), clock.wrongByMoreThan(200, 3_000));
    }

    @Provide
    Arbitrary<List<Fault>> clockFaults() {
        return Combinators.combine(
                        Arbitraries.of(FaultKind.CLOCK_OFFSET, FaultKind.CLOCK_DRIFT, FaultKind.CLOCK_JUMP),
                        Arbitraries.longs().between(0, 2_500),
                        Arbitraries.longs().between(1, 2_500).injectNull(0.3),
                        Arbitraries.longs().between(-500, 500),
                        Arbitraries.doubles().between(-500_000, 500_000))
                .as(VendorClockTest::clockFault)
                .list()
                .ofMaxSize(4);
    }

    private static Fault clockFault(FaultKind kind, long at, @Nullable Long length, long offset, double ppm) {
        return new Fault(kind, at, length, Vendors.UWB, null, List.of(), 0, offset, ppm, 1);
    }
}
