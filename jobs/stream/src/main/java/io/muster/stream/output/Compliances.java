package io.muster.stream.output;

import io.muster.contract.topic.TopicKind;
import io.muster.contract.value.Compliance;
import io.muster.contract.value.Coverage;
import io.muster.contract.value.Limits;
import io.muster.contract.value.SamplingGap;
import io.muster.contract.value.Spread;
import io.muster.contract.value.TagGap;
import io.muster.contract.value.Verdict;
import io.muster.stream.compliance.ComplianceRecord;
import io.muster.stream.compliance.TimeSpread;
import io.muster.stream.config.LegalLimits;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was measured against the legal limits. */
final class Compliances {

    static OutputRecord of(ComplianceRecord record, LegalLimits limits) {
        Instant end = Instant.ofEpochMilli(record.evaluatedMillis());
        Compliance value = new Compliance(
                record.site(),
                record.seq(),
                record.profile(),
                Instant.ofEpochMilli(record.startMillis()),
                end,
                end,
                Texts.instant(record.newestFixMillis()),
                record.delayMillis(),
                record.cycleMillis(),
                record.windowDelayMillis(),
                record.windowCycleMillis(),
                new SamplingGap(
                        record.gaps().count(),
                        record.gaps().p50Millis(),
                        record.gaps().p99Millis(),
                        record.gaps().maxMillis()),
                record.slowest().stream()
                        .map(each -> new TagGap(each.providerId(), each.millis()))
                        .toList(),
                spread(record.delays()),
                spread(record.cycles()),
                spread(record.windowDelays()),
                spread(record.windowCycles()),
                record.late(),
                record.rejected(),
                record.clockFaults(),
                record.unknownTags(),
                record.zones().stream()
                        .map(each -> new Coverage(
                                each.fenceId(), each.state(), each.confirmed() + each.stale(), each.stale()))
                        .toList(),
                new Limits(limits.samplingMillis(), limits.delayMillis(), limits.cycleMillis()),
                verdict(record, limits),
                verdicts(record));
        return Texts.record(
                record.site(), TopicKind.COMPLIANCE, end.toString(), value, record.evaluatedMillis(), record.seq());
    }

    private static Spread spread(TimeSpread spread) {
        return new Spread(spread.count(), spread.p50Millis(), spread.p99Millis(), spread.maxMillis());
    }

    private static Map<String, Verdict> verdicts(ComplianceRecord record) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        LegalLimits.LAWS.forEach((law, limits) -> verdicts.put(law, verdict(record, limits)));
        return verdicts;
    }

    /** PD-3 is kept while 99 % of the gaps, and each delay and cycle of this record, are. */
    private static Verdict verdict(ComplianceRecord record, LegalLimits limits) {
        boolean within = record.gaps().p99Millis() <= limits.samplingMillis()
                && within(record.delayMillis(), limits.delayMillis())
                && within(record.windowDelayMillis(), limits.delayMillis())
                && within(record.cycleMillis(), limits.cycleMillis())
                && within(record.windowCycleMillis(), limits.cycleMillis());
        return within ? Verdict.WITHIN : Verdict.OVER;
    }

    private static boolean within(@Nullable Long millis, long limitMillis) {
        return millis == null || millis <= limitMillis;
    }

    private Compliances() {}
}
