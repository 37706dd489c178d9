package io.muster.stream.output;

import io.muster.contract.codec.Json;
import io.muster.contract.value.Acknowledgement;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmComment;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.AlarmRuleRef;
import io.muster.contract.value.AlarmState;
import io.muster.contract.value.Approved;
import io.muster.contract.value.Clearance;
import io.muster.contract.value.Counts;
import io.muster.contract.value.Escalated;
import io.muster.contract.value.Evidence;
import io.muster.contract.value.EvidenceFix;
import io.muster.contract.value.Level;
import io.muster.contract.value.Name;
import io.muster.contract.value.SetAside;
import io.muster.contract.value.Subject;
import io.muster.rules.alarm.Act;
import io.muster.rules.alarm.AlarmChange;
import io.muster.rules.alarm.AlarmStatus;
import io.muster.rules.alarm.Approval;
import io.muster.rules.alarm.Aside;
import io.muster.rules.alarm.Escalation;
import io.muster.rules.alarm.Finding;
import io.muster.rules.alarm.Handling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Alarms as they stand. */
final class Alarms {
    private static final WireNames NAMES = new WireNames();

    static byte[] write(AlarmChange change) {
        Finding finding = change.finding();
        Handling handling = change.handling();
        Aside aside = handling.aside();
        boolean isShelved = change.status() == AlarmStatus.SHELVED;
        Alarm alarm = new Alarm(
                change.alarmId(),
                change.site(),
                change.seq(),
                AlarmKind.valueOf(change.kind().toUpperCase(Locale.ROOT)),
                new Name(change.nameZh(), change.nameEn()),
                AlarmState.valueOf(change.status().name()),
                level(change.level()),
                change.priority(),
                new Subject(finding.subjectType(), NAMES.subject(finding)),
                finding.fenceIds(),
                finding.trackableIds(),
                new Counts(finding.confirmed(), finding.possible(), finding.stale()),
                Instant.ofEpochMilli(change.onsetMillis()),
                Instant.ofEpochMilli(change.raisedMillis()),
                acknowledged(handling.acknowledged()),
                Texts.instant(change.returnedMillis()),
                cleared(change.cleared()),
                aside == null || !isShelved ? null : Texts.instant(aside.untilMillis()),
                aside == null || isShelved ? null : aside.by(),
                finding.planVersion(),
                new AlarmRuleRef(finding.ruleId(), finding.ruleVersion(), finding.limit(), finding.observed()),
                new Evidence(finding.evidence().stream().map(Alarms::fix).toList()),
                Instant.ofEpochMilli(change.timeMillis()),
                setAside(aside),
                approved(handling.approved()),
                escalated(handling.escalated()),
                reasons(finding, handling.escalated()),
                handling.comments().stream().map(Alarms::comment).toList());
        return Json.write(alarm);
    }

    private static @Nullable Acknowledgement acknowledged(@Nullable Act act) {
        return act == null
                ? null
                : new Acknowledgement(Instant.ofEpochMilli(act.atMillis()), act.by(), act.role(), act.reason());
    }

    private static @Nullable Clearance cleared(@Nullable Act act) {
        return act == null
                ? null
                : new Clearance(Instant.ofEpochMilli(act.atMillis()), act.by(), act.role(), act.reason());
    }

    private static @Nullable SetAside setAside(@Nullable Aside aside) {
        Act act = aside == null ? null : aside.act();
        return aside == null || act == null
                ? null
                : new SetAside(
                        Instant.ofEpochMilli(act.atMillis()),
                        act.by(),
                        act.role(),
                        act.reason(),
                        Texts.instant(aside.untilMillis()));
    }

    private static @Nullable Approved approved(@Nullable Approval approval) {
        return approval == null
                ? null
                : new Approved(
                        Instant.ofEpochMilli(approval.act().atMillis()),
                        approval.act().by(),
                        approval.act().role(),
                        approval.act().reason(),
                        Instant.ofEpochMilli(approval.untilMillis()),
                        approval.maxCount());
    }

    private static @Nullable Escalated escalated(@Nullable Escalation escalation) {
        return escalation == null
                ? null
                : new Escalated(
                        Instant.ofEpochMilli(escalation.atMillis()), level(escalation.level()), escalation.priority());
    }

    private static List<String> reasons(Finding finding, @Nullable Escalation escalation) {
        if (escalation == null) {
            return finding.reasons();
        }
        List<String> all = new ArrayList<>(finding.reasons());
        all.add(escalation.reason());
        return all;
    }

    private static AlarmComment comment(Act act) {
        return new AlarmComment(
                Instant.ofEpochMilli(act.atMillis()), act.by(), act.role(), act.reason() == null ? "" : act.reason());
    }

    private static Level level(String level) {
        return Level.valueOf(level.toUpperCase(Locale.ROOT));
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
