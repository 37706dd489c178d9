package io.muster.rules.gathering;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every limit at its edge, and just beyond it. */
class GatheringOptionsTest {
    /** In the order of the record: all as small as they may be, the whole chain of an order equal. */
    private static final double[] LEAST = {1, 0.001, 0, 2, 2, 2, 0.5, 0.5, 0.001, 0, 1, 1, 1, 0, 0, 1};

    private static GatheringOptions with(int place, double value) {
        double[] v = LEAST.clone();
        v[place] = value;
        return new GatheringOptions(
                (long) v[0],
                v[1],
                (long) v[2],
                (int) v[3],
                (int) v[4],
                (int) v[5],
                v[6],
                v[7],
                v[8],
                (long) v[9],
                (long) v[10],
                (long) v[11],
                (long) v[12],
                (long) v[13],
                (long) v[14],
                (long) v[15],
                false);
    }

    @Test
    void theLeastOfAllIsGood() {
        assertDoesNotThrow(() -> with(0, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 0 | gathering.cycle must be > 0 ms, was 0
            1 | 0 | gathering.radius must be > 0 m, was 0.0
            1 | Infinity | gathering.radius must be > 0 m, was Infinity
            2 | -1 | gathering.min-duration must be >= 0 ms, was -1; gathering.pre-warning must be 0 to -1 ms, was 0
            3 | 1 | gathering.min-count must be >= 2, was 1
            4 | 1 | gathering.min-count <= orange-from <= red-from must hold, was 2, 1, 2
            5 | 1 | gathering.min-count <= orange-from <= red-from must hold, was 2, 2, 1
            6 | 0.499 | 0 < gathering.leave <= gathering.join < 1 must hold, was 0.5, 0.499
            6 | 1 | 0 < gathering.leave <= gathering.join < 1 must hold, was 0.5, 1.0
            7 | 0 | 0 < gathering.leave <= gathering.join < 1 must hold, was 0.0, 0.5
            8 | 0 | gathering.height must be > 0 m, was 0.0
            9 | -1 | gathering.pre-warning must be 0 to 0 ms, was -1
            9 | 1 | gathering.pre-warning must be 0 to 0 ms, was 1
            10 | 0 | 0 < gathering.stale-after <= silent-after <= stale-for must hold, was 0, 1, 1 ms
            11 | 0 | 0 < gathering.stale-after <= silent-after <= stale-for must hold, was 1, 0, 1 ms
            12 | 0 | 0 < gathering.stale-after <= silent-after <= stale-for must hold, was 1, 1, 0 ms
            13 | -1 | gathering.gap must be >= 0 ms, was -1
            14 | -1 | gathering.steady must be >= 0 ms, was -1
            15 | 0 | gathering.report must be > 0 ms, was 0
            """)
    void justBeyondItIsRefused(int place, double value, String fault) {
        assertEquals(
                fault,
                assertThrows(IllegalArgumentException.class, () -> with(place, value))
                        .getMessage());
    }
}
