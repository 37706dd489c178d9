package io.muster.rules.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.muster.rules.Stands;
import io.muster.rules.alarm.Act;
import io.muster.rules.alarm.AlarmCatalogue;
import io.muster.rules.alarm.AlarmChange;
import io.muster.rules.alarm.AlarmDefinition;
import io.muster.rules.alarm.AlarmStatus;
import io.muster.rules.alarm.Approval;
import io.muster.rules.alarm.Driven;
import io.muster.rules.alarm.Escalation;
import io.muster.rules.alarm.Finding;
import io.muster.rules.alarm.Handling;
import io.muster.rules.alarm.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told what of an alarm. */
class NotifyRuleTest {
    private final Driven<NotifyState, AlarmTold, Message> notify = new Driven<>(new NotifyRule());
    private String kind = "gathering";
    private List<String> reasons = List.of();
    private List<String> hosts = List.of();
    private Handling handling = Handling.NONE;
    private long seq;

    @Test
    void thePeopleOfAGatheringDisperseWithinFiveSecondsAndTheManagersKnow() {
        told(1_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "yellow", false, "A", "B");
        assertEquals(
                List.of(
                        "1000 A yellow 人员聚集，请立即分散 [tag, phone] due 6000",
                        "1000 B yellow 人员聚集，请立即分散 [tag, phone] due 6000",
                        "1000 managers yellow/medium 人员聚集预警 [phone] due 6000"),
                all());
    }

    @Test
    void eachIsToldOnceForEachLevelAndWhoJoinsThen() {
        told(1_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "yellow", false, "A");
        told(2_000, AlarmStatus.ACKNOWLEDGED, "yellow", false, "A", "B");
        told(3_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "orange", false, "B");
        told(4_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "yellow", false, "A", "B");
        told(5_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "orange", false, "A", "B");
        assertEquals(
                List.of(
                        "1000 A yellow",
                        "1000 managers yellow/medium",
                        "2000 B yellow",
                        "3000 B orange",
                        "3000 managers orange/high",
                        "5000 A orange"),
                lines());
    }

    @Test
    void gasNearbyMeansLeaveThePlace() {
        told(1_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "red", false, "A");
        reasons = List.of("gas g1 (toxic)");
        told(2_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "red", false, "A");
        told(3_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "red", false, "A");
        assertEquals("2000 A red/evacuate 附近有气体报警，请立即撤离 [tag, phone] due 7000", all().get(2));
        assertEquals("Gas alarm nearby: evacuate at once", notify.told().get(2).textEn());
        assertEquals(3, all().size());
    }

    @Test
    void thoseWhoWereToldAreToldThatItIsOverAndNothingIsRemembered() {
        told(1_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "yellow", false, "A", "B");
        told(2_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "yellow", false, "B", "C");
        told(9_000, AlarmStatus.LATCHED_UNACKNOWLEDGED, "yellow", true, "B");
        told(10_000, AlarmStatus.CLEARED, "yellow", true, "B");
        assertEquals(
                List.of("9000 A end over", "9000 B end over", "9000 C end over", "9000 managers end over"),
                lines().subList(4, 8));
        assertEquals(8, lines().size());
        assertEquals("人员聚集预警已解除", notify.told().get(7).textZh());
        assertNull(notify.told().get(7).dueMillis());
        assertNull(notify.state());
    }

    @Test
    void whatIsPutAsideTellsNobodyUntilItIsBack() {
        told(1_000, AlarmStatus.SUPPRESSED, "yellow", false, "A");
        told(2_000, AlarmStatus.SHELVED, "yellow", false, "A");
        told(3_000, AlarmStatus.OUT_OF_SERVICE, "yellow", false, "A");
        assertNull(notify.state());
        told(4_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "yellow", false, "A");
        told(5_000, AlarmStatus.SHELVED, "red", false, "A", "B");
        assertEquals(List.of("4000 A yellow", "4000 managers yellow/medium"), lines());
    }

    @Test
    void aBluePreWarningIsForTheControlRoomOnly() {
        told(1_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "blue", false, "A");
        assertEquals(List.of(), all());
    }

    @Test
    void anApprovedGatheringTellsItsPeopleAndTheManagersOnceItIsNoMore() {
        handling = new Handling(
                null,
                null,
                null,
                new Approval("c", new Target("fence", "Z", List.of()), new Act(1, "li.si", null, "x"), 99_000, null),
                null,
                List.of());
        told(1_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "orange", false, "A");
        handling = Handling.NONE;
        told(2_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "orange", false, "A");
        assertEquals(List.of("1000 A orange", "2000 managers orange/high"), lines());
    }

    @Test
    void whatWasEscalatedIsToldToManagersAndOnceForEachStep() {
        kind = "boundary";
        told(1_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "orange", false, "A");
        handling = new Handling(
                null, null, null, null, new Escalation(2_000, "orange", "critical", "unacknowledged"), List.of());
        told(2_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "orange", false, "A");
        told(3_000, AlarmStatus.ACKNOWLEDGED, "orange", false, "A");
        assertEquals(List.of("1000 A orange", "2000 managers orange/critical"), lines());
        assertEquals(6_000, notify.told().get(0).dueMillis());
    }

    @Test
    void aVisitorsHostIsTold() {
        kind = "visitor_expired";
        hosts = List.of("H");
        told(1_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "yellow", false, "V");
        assertEquals(
                List.of("1000 H yellow 访问已到期或超出范围，请离开 [tag, phone]", "1000 V yellow 访问已到期或超出范围，请离开 [tag, phone]"),
                all());
    }

    @Test
    void whoWearsNoTagIsCalledAndWhoFellIsNotAsked() {
        kind = "not_wearing";
        told(1_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "yellow", false, "A");
        assertEquals(List.of("1000 A yellow 请佩戴定位标签 [phone]"), all());
        NotifyRuleTest fall = new NotifyRuleTest();
        fall.kind = "fall";
        fall.told(1_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "red", false, "A");
        assertEquals(List.of("1000 managers red/critical"), fall.lines());
    }

    @Test
    void faultsOfFeedsAreForTheControlRoom() {
        for (AlarmDefinition each : AlarmCatalogue.all()) {
            if (Audiences.of(each.kind()).people() || each.level().equals("red")) {
                continue;
            }
            NotifyRuleTest one = new NotifyRuleTest();
            one.kind = each.kind();
            one.told(1_000, AlarmStatus.RAISED_UNACKNOWLEDGED, each.level(), false, "A");
            assertEquals(List.of(), one.all(), each.kind());
        }
    }

    @Test
    void everyTextIsInBothLanguages() {
        for (AlarmDefinition each : AlarmCatalogue.all()) {
            Audience audience = Audiences.of(each.kind());
            assertEquals(audience.people(), !audience.textZh().isEmpty(), each.kind());
            assertEquals(audience.people(), !audience.textEn().isEmpty(), each.kind());
        }
    }

    @Test
    void messagesAreNumberedByRecipient() {
        told(1_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "yellow", false, "A");
        told(2_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "orange", false, "A");
        NumberRule rule = new NumberRule();
        NumberState state = null;
        for (int i = 0; i < 2; i++) {
            var step = rule.onInput(state, notify.told().get(2 * i));
            assertEquals(i + 1, step.events().get(0).seq());
            state = step.next();
        }
    }

    @Test
    void messagesStandWhereTheirAlarmDoesInTheirOrder() {
        AlarmTold first = told(1_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "yellow", false, "A", "B");
        told(2_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "yellow", false, "A", "B", "C");
        assertEquals("1000 1000 alarm/alarm-1 0 1", Stands.where(first));
        assertEquals(
                List.of(
                        "1000 1000 notify/alarm-1 0 1",
                        "1000 1000 notify/alarm-1 0 2",
                        "1000 1000 notify/alarm-1 0 3",
                        "2000 2000 notify/alarm-1 0 4"),
                notify.told().stream().map(Stands::where).toList());
    }

    @Test
    void anotherReasonIsNoGas() {
        reasons = List.of("B1 zone colour red (fence Z)");
        told(1_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "orange", false, "A");
        assertEquals("1000 A orange 人员聚集，请立即分散 [tag, phone] due 6000", all().get(0));
    }

    @Test
    void whoWasToldToDisperseIsToldToEvacuateAlthoughTheLevelStays() {
        // Graver than before, and less than the next level.
        told(1_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "orange", false, "A");
        reasons = List.of("gas g1 (toxic)");
        told(2_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "orange", false, "A");
        reasons = List.of();
        told(3_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "orange", false, "A");
        told(4_000, AlarmStatus.RAISED_UNACKNOWLEDGED, "red", false, "A");
        assertEquals(
                List.of("1000 A orange", "2000 A orange/evacuate", "4000 A red"),
                lines().stream().filter(each -> each.contains(" A ")).toList());
    }

    private AlarmTold told(long millis, AlarmStatus status, String level, boolean returned, String... people) {
        AlarmDefinition definition = AlarmCatalogue.get(kind);
        Finding finding = Found.of(kind, !returned, level, List.of(people), reasons, millis, ++seq);
        Escalation escalated = handling.escalated();
        AlarmChange alarm = new AlarmChange(
                "alarm-1",
                "s",
                kind,
                status,
                level,
                escalated == null ? AlarmCatalogue.priority(definition, level) : escalated.priority(),
                definition.nameZh(),
                definition.nameEn(),
                finding,
                0,
                0,
                0,
                returned ? (Long) millis : null,
                null,
                handling,
                false,
                millis,
                seq);
        AlarmTold told = new AlarmTold(alarm, hosts);
        notify.give(told);
        return told;
    }

    private List<String> all() {
        return notify.told().stream()
                .map(each -> line(each) + " " + each.textZh() + " " + each.channels()
                        + (each.dueMillis() == null ? "" : " due " + each.dueMillis()))
                .toList();
    }

    private List<String> lines() {
        return notify.told().stream()
                .map(each -> line(each) + (each.ended() ? " over" : ""))
                .toList();
    }

    private static String line(Message each) {
        return each.timeMillis() + " " + each.recipient() + " " + each.occasion();
    }
}
