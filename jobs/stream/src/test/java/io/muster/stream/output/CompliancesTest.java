package io.muster.stream.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.contract.codec.Json;
import io.muster.contract.value.Compliance;
import io.muster.contract.value.Verdict;
import io.muster.stream.compliance.ComplianceRecord;
import io.muster.stream.compliance.TimeSpread;
import io.muster.stream.config.LegalLimits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PD-3 (10 s / 5 s / 30 s) and AQ 3064.3 (5 s / 5 s / 5 s), at their very limits. */
class CompliancesTest {
    private static final LegalLimits HENAN = new LegalLimits(10_000, 5_000, 30_000);
    private static final LegalLimits AQ = new LegalLimits(5_000, 5_000, 5_000);

    @ParameterizedTest
    @CsvSource({
        "10000, 5000, 30000,  5000, 30000, WITHIN",
        "10001, 5000, 30000,  5000, 30000, OVER",
        "10000, 5001, 30000,  5000, 30000, OVER",
        "10000, 5000, 30001,  5000, 30000, OVER",
        "10000, 5000, 30000,  5001, 30000, OVER",
        "10000, 5000, 30000,  5000, 30001, OVER"
    })
    void oneFigureAboveTheScoringTableIsEnough(
            long gap, long delay, long cycle, long windowDelay, long windowCycle, Verdict expected) throws Exception {
        Compliance told = told(measured(gap, delay, cycle, windowDelay, windowCycle), HENAN);
        assertEquals(expected, told.verdict());
        assertEquals(Map.of("aq3064", Verdict.OVER, "henan2024", expected), told.verdicts());
    }

    @ParameterizedTest
    @CsvSource({
        "5000, 5000, 5000, 5000, 5000, WITHIN, WITHIN",
        "5001, 5000, 5000, 5000, 5000, OVER,   WITHIN",
        "5000, 5001, 5000, 5000, 5000, OVER,   OVER",
        "5000, 5000, 5001, 5000, 5000, OVER,   WITHIN",
        "5000, 5000, 5000, 5001, 5000, OVER,   OVER",
        "5000, 5000, 5000, 5000, 5001, OVER,   WITHIN"
    })
    void oneFigureAboveTheStandardIsEnough(
            long gap, long delay, long cycle, long windowDelay, long windowCycle, Verdict aq, Verdict henan)
            throws Exception {
        Compliance told = told(measured(gap, delay, cycle, windowDelay, windowCycle), AQ);
        assertEquals(aq, told.verdict());
        assertEquals(Map.of("aq3064", aq, "henan2024", henan), told.verdicts());
    }

    @Test
    void whereNothingWasMeasuredNothingIsOver() throws Exception {
        Compliance told = told(record(new TimeSpread(0, 0, 0, 0), null, null, null, null), AQ);
        assertEquals(Verdict.WITHIN, told.verdict());
        assertEquals(Map.of("aq3064", Verdict.WITHIN, "henan2024", Verdict.WITHIN), told.verdicts());
    }

    @Test
    void oneGapInAHundredMayBeLonger() throws Exception {
        Compliance told = told(record(new TimeSpread(100, 1_000, 5_000, 60_000), null, null, null, null), AQ);
        assertEquals(Verdict.WITHIN, told.verdict());
        assertEquals(
                60_000L, told.samplingGap() == null ? null : told.samplingGap().maxMs(), "and it is told");
    }

    @Test
    void limitsOfTheirOwnDecideTheVerdictButNotThoseOfTheLaws() throws Exception {
        Compliance told = told(measured(3_000, 900, 2_000, 900, 2_000), new LegalLimits(2_000, 1_000, 2_000));
        assertEquals(Verdict.OVER, told.verdict());
        assertEquals(Map.of("aq3064", Verdict.WITHIN, "henan2024", Verdict.WITHIN), told.verdicts());
        assertEquals(2_000, told.limits().samplingMs());
    }

    private static ComplianceRecord measured(long gap, long delay, long cycle, long windowDelay, long windowCycle) {
        return record(new TimeSpread(200, 1_000, gap, gap), delay, cycle, windowDelay, windowCycle);
    }

    private static ComplianceRecord record(
            TimeSpread gaps,
            @Nullable Long delay,
            @Nullable Long cycle,
            @Nullable Long windowDelay,
            @Nullable Long windowCycle) {
        // What was over minutes ago is told and not judged again: else one fault would be counted 150 times.
        TimeSpread longAgo = new TimeSpread(1, 90_000, 90_000, 90_000);
        return new ComplianceRecord(
                "s",
                1,
                "a-profile",
                0,
                2_000,
                null,
                delay,
                cycle,
                windowDelay,
                windowCycle,
                gaps,
                List.of(),
                longAgo,
                longAgo,
                longAgo,
                longAgo,
                0,
                0,
                0,
                0,
                List.of());
    }

    private static Compliance told(ComplianceRecord record, LegalLimits limits) throws Exception {
        byte[] value = Compliances.of(record, limits).value();
        assertEquals(true, value != null);
        return Json.readOwn(value == null ? new byte[0] : value, Compliance.class);
    }
}
