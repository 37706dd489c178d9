package io.muster.stream.output;

import io.muster.contract.codec.Ids;
import io.muster.rules.alarm.AlarmNames;
import io.muster.rules.alarm.Finding;

/** Ids of the wire: functions of what they name, so that the same log gives the same ones, after any crash. */
public final class WireNames implements AlarmNames {
    private static final long serialVersionUID = 1;

    @Override
    public String alarm(Finding finding, long onsetOrderMillis) {
        return Ids.uuid5(
                finding.site(),
                "alarm",
                finding.ruleId(),
                finding.subjectType(),
                finding.subjectId(),
                Long.toString(onsetOrderMillis));
    }

    @Override
    public String subject(Finding finding) {
        return finding.subjectType().equals("gathering")
                ? Gatherings.id(finding.site(), finding.subjectId())
                : finding.subjectId();
    }
}
