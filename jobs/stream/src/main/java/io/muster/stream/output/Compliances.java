package io.muster.stream.output;

import io.muster.contract.topic.TopicKind;
import io.muster.contract.value.Compliance;
import io.muster.contract.value.Limits;
import io.muster.contract.value.SamplingGap;
import io.muster.contract.value.Verdict;
import io.muster.stream.compliance.ComplianceRecord;
import io.muster.stream.config.LegalLimits;
import java.time.Instant;
import java.util.List;

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
                new SamplingGap(
                        record.gaps().count(),
                        record.gaps().p50Millis(),
                        record.gaps().p99Millis(),
                        record.gaps().maxMillis()),
                record.late(),
                record.rejected(),
                record.clockFaults(),
                record.unknownTags(),
                List.of(),
                new Limits(limits.samplingMillis(), limits.delayMillis(), limits.cycleMillis()),
                record.within() ? Verdict.WITHIN : Verdict.OVER);
        return Texts.record(
                record.site(), TopicKind.COMPLIANCE, end.toString(), value, record.evaluatedMillis(), record.seq());
    }

    private Compliances() {}
}
