package io.muster.stream.output;

import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.AlarmRuleRef;
import io.muster.contract.value.AlarmState;
import io.muster.contract.value.Clearance;
import io.muster.contract.value.Counts;
import io.muster.contract.value.Evidence;
import io.muster.contract.value.EvidenceFix;
import io.muster.contract.value.Level;
import io.muster.contract.value.Name;
import io.muster.contract.value.Subject;
import io.muster.rules.alarm.AlarmChange;
import io.muster.rules.alarm.Finding;
import java.time.Instant;
import java.util.Locale;

/** Alarms as they stand. */
final class Alarms {

    /** A function of site, rule, subject and onset in ordering time: the same log gives the same id, after any crash. */
    static String id(AlarmChange change) {
        Finding finding = change.finding();
        return Ids.uuid5(
                change.site(),
                "alarm",
                finding.ruleId(),
                finding.subjectType(),
                finding.subjectId(),
                Long.toString(change.onsetOrderMillis()));
    }

    static byte[] write(AlarmChange change, String id) {
        Finding finding = change.finding();
        Long clearedMillis = change.clearedMillis();
        Clearance cleared = clearedMillis == null
                ? null
                : new Clearance(
                        Instant.ofEpochMilli(clearedMillis),
                        change.clearedBy() == null ? "system" : change.clearedBy(),
                        change.clearedReason());
        Alarm alarm = new Alarm(
                id,
                change.site(),
                change.seq(),
                AlarmKind.valueOf(change.kind().toUpperCase(Locale.ROOT)),
                new Name(change.nameZh(), change.nameEn()),
                AlarmState.valueOf(change.status().name()),
                Level.valueOf(change.level().toUpperCase(Locale.ROOT)),
                change.priority(),
                new Subject(finding.subjectType(), subjectId(finding)),
                finding.fenceIds(),
                finding.trackableIds(),
                new Counts(finding.confirmed(), finding.possible(), finding.stale()),
                Instant.ofEpochMilli(change.onsetMillis()),
                Instant.ofEpochMilli(change.raisedMillis()),
                null,
                Texts.instant(change.returnedMillis()),
                cleared,
                null,
                null,
                finding.planVersion(),
                new AlarmRuleRef(finding.ruleId(), finding.ruleVersion(), finding.limit(), finding.observed()),
                new Evidence(finding.evidence().stream().map(Alarms::fix).toList()),
                Instant.ofEpochMilli(change.timeMillis()));
        return Json.write(alarm);
    }

    private static String subjectId(Finding finding) {
        return finding.subjectType().equals("gathering")
                ? Gatherings.id(finding.site(), finding.subjectId())
                : finding.subjectId();
    }

    private static EvidenceFix fix(Finding.Evidence each) {
        return new EvidenceFix(
                each.trackableId(),
                each.providerId(),
                Texts.point(each.x(), each.y(), 0),
                each.floor(),
                each.accuracyMetres(),
                Instant.ofEpochMilli(each.fixMillis()));
    }

    private Alarms() {}
}
