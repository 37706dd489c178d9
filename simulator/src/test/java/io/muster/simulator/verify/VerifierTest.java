package io.muster.simulator.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.AlarmState;
import io.muster.contract.value.Level;
import io.muster.contract.value.Name;
import io.muster.contract.value.Subject;
import io.muster.contract.value.TruthLine;
import io.muster.simulator.Simulation;
import io.muster.simulator.SimulationOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private static final long END = 600_000;
    private final List<TruthLine> truths =
            Simulation.of(SimulationOptions.file("demo", END)).site().truth().truth(END, 0).alarms().stream()
                    .filter(truth -> truth.kind() == AlarmKind.OVER_CAPACITY || truth.kind() == AlarmKind.GATHERING)
                    .toList();

    @Test
    void aPerfectHistoryPasses() {
        VerifyReport report = verify(perfect());
        assertTrue(report.passed(), report.text());
        assertEquals(List.of(), report.remarks());
        assertEquals(2, report.kinds().size());
        assertTrue(report.text().contains("over_capacity"));
    }

    @Test
    void aRemovedAlarmIsMissed() {
        List<Alarm> alarms = perfect();
        String removed = alarms.get(3).alarmId();
        alarms.removeIf(alarm -> alarm.alarmId().equals(removed));
        assertFails(verify(alarms), "missed");
    }

    @Test
    void anAddedAlarmIsInvented() {
        List<Alarm> alarms = perfect();
        alarms.add(alarm("extra", 1, AlarmKind.OVER_CAPACITY, "no-such-fence", List.of("p"), 5_000, null, Level.RED));
        assertFails(verify(alarms), "invented");
    }

    @Test
    void aSecondAlarmForTheSameTruthIsInvented() {
        List<Alarm> alarms = perfect();
        Alarm first = alarms.get(0);
        alarms.add(alarm(
                "again",
                1,
                first.kind(),
                first.subject().id(),
                first.trackableIds(),
                first.raisedAt().toEpochMilli() + 500,
                null,
                first.level()));
        assertFails(verify(alarms), "invented");
    }

    @Test
    void anAlarmOfAKindThatNobodyPlayedIsInvented() {
        List<Alarm> alarms = perfect();
        alarms.add(alarm("extra", 1, AlarmKind.CLOCK_FAULT, "uwb-north", List.of(), 5_000, null, Level.BLUE));
        assertFails(verify(alarms), "invented (unexpected): clock_fault");
    }

    @Test
    void aDelayedAlarmIsLate() {
        List<Alarm> alarms = perfect();
        Alarm first = alarms.get(0);
        long raised = first.raisedAt().toEpochMilli() + 4_500;
        alarms.set(
                0,
                alarm(
                        first.alarmId(),
                        1,
                        first.kind(),
                        first.subject().id(),
                        first.trackableIds(),
                        raised,
                        first.returnedAt(),
                        first.level()));
        assertFails(verify(alarms), "late");
    }

    @Test
    void anAlarmThatKafkaShowedLateIsLateWhateverItSays() {
        List<Alarm> alarms = perfect();
        long late = alarms.get(0).raisedAt().toEpochMilli() + 100_000;
        assertFails(
                Verifier.verify(
                        truths, alarms, VerifyOptions.kafka(Map.of(alarms.get(0).alarmId(), late))),
                "late");
    }

    @Test
    void aGatheringToldBeforeItsMinuteIsEarly() {
        List<Alarm> alarms = perfect();
        int index = firstGathering(alarms);
        Alarm good = alarms.get(index);
        alarms.set(
                index,
                alarm(
                        good.alarmId(),
                        1,
                        good.kind(),
                        good.subject().id(),
                        good.trackableIds(),
                        good.raisedAt().toEpochMilli() - 30_000,
                        good.returnedAt(),
                        good.level()));
        assertFails(verify(alarms), "early");
    }

    @Test
    void whatWasPossibleBeforeItWasSureMayBeToldBefore() {
        List<Alarm> alarms = perfect();
        int index = firstGathering(alarms);
        Alarm good = alarms.get(index);
        long raised = good.raisedAt().toEpochMilli() - 30_000;
        alarms.set(
                index,
                alarm(
                        good.alarmId(),
                        1,
                        good.kind(),
                        good.subject().id(),
                        good.trackableIds(),
                        raised,
                        good.returnedAt(),
                        good.level()));
        List<TruthLine> lines = new ArrayList<>(truths);
        lines.add(new TruthLine(
                good.kind(),
                new Subject("gathering", "possible"),
                Instant.ofEpochMilli(raised - 60_000),
                Instant.ofEpochMilli(raised + 5_000),
                Instant.ofEpochMilli(raised + 40_000),
                good.trackableIds(),
                null,
                true));
        VerifyReport report = Verifier.verify(lines, alarms, VerifyOptions.files());
        assertTrue(report.passed(), report.text());
    }

    @Test
    void aGatheringIsKnownByItsPeopleAndAllOfItsRecords() {
        List<Alarm> alarms = perfect();
        int index = firstGathering(alarms);
        Alarm whole = alarms.get(index);
        Alarm three = alarm(
                whole.alarmId(),
                1,
                whole.kind(),
                whole.subject().id(),
                whole.trackableIds().subList(0, 3),
                whole.raisedAt().toEpochMilli(),
                null,
                Level.YELLOW);
        Alarm later = alarm(
                whole.alarmId(),
                2,
                whole.kind(),
                whole.subject().id(),
                whole.trackableIds(),
                whole.raisedAt().toEpochMilli(),
                whole.returnedAt(),
                Level.RED);
        alarms.set(index, later);
        alarms.add(three);
        VerifyReport report = verify(alarms);
        assertTrue(report.passed(), report.text());
        assertEquals(0, gatheringRow(report).lowLevel());
        alarms.remove(later);
        assertEquals(1, gatheringRow(verify(alarms)).lowLevel());
    }

    @Test
    void strangersAreAnotherGathering() {
        List<Alarm> alarms = perfect();
        int index = firstGathering(alarms);
        Alarm good = alarms.get(index);
        alarms.set(
                index,
                alarm(
                        good.alarmId(),
                        1,
                        good.kind(),
                        good.subject().id(),
                        List.of("x", "y", "z"),
                        good.raisedAt().toEpochMilli(),
                        good.returnedAt(),
                        good.level()));
        VerifyReport report = verify(alarms);
        assertFails(report, "missed");
        assertFails(report, "invented");
    }

    @Test
    void aToleratedLineTakesAnAlarmAndAsksForNone() {
        TruthLine line = truths.get(1);
        TruthLine tolerated = new TruthLine(
                line.kind(),
                line.subject(),
                line.onset(),
                line.due(),
                line.end(),
                line.trackableIds(),
                line.level(),
                true);
        assertTrue(Verifier.verify(List.of(tolerated), List.of(), VerifyOptions.files())
                .passed());
        assertTrue(Verifier.verify(List.of(tolerated), List.of(right(line, 0)), VerifyOptions.files())
                .passed());
    }

    private VerifyReport verify(List<Alarm> alarms) {
        return Verifier.verify(truths, alarms, VerifyOptions.files());
    }

    private static void assertFails(VerifyReport report, String why) {
        assertFalse(report.passed(), report.text());
        assertTrue(report.remarks().stream().anyMatch(remark -> remark.startsWith(why)), report.text());
    }

    private static VerifyReport.KindRow gatheringRow(VerifyReport report) {
        return report.kinds().stream()
                .filter(row -> row.kind() == AlarmKind.GATHERING)
                .findFirst()
                .orElseThrow();
    }

    private static int firstGathering(List<Alarm> alarms) {
        for (int i = 0; i < alarms.size(); i++) {
            if (alarms.get(i).kind() == AlarmKind.GATHERING) {
                return i;
            }
        }
        throw new AssertionError("no gathering");
    }

    /** One alarm for each truth that must be found, raised a second after it is right. */
    private List<Alarm> perfect() {
        List<Alarm> alarms = new ArrayList<>();
        for (int i = 0; i < truths.size(); i++) {
            if (!truths.get(i).tolerated()) {
                alarms.add(right(truths.get(i), i));
            }
        }
        return alarms;
    }

    private static Alarm right(TruthLine truth, int number) {
        boolean gathering = truth.kind() == AlarmKind.GATHERING;
        Level level = truth.level();
        return alarm(
                "alarm-" + number,
                1,
                truth.kind(),
                gathering ? "an id of the rule's own making" : truth.subject().id(),
                truth.trackableIds(),
                Objects.requireNonNull(truth.due()).toEpochMilli() - 4_000,
                truth.end(),
                level == null ? Level.RED : level);
    }

    private static Alarm alarm(
            String id,
            long seq,
            AlarmKind kind,
            String subject,
            List<String> people,
            long raised,
            @Nullable Instant returned,
            Level level) {
        return new Alarm(
                id,
                "demo",
                seq,
                kind,
                new Name("报警", "alarm"),
                AlarmState.RAISED_UNACKNOWLEDGED,
                level,
                null,
                new Subject(kind == AlarmKind.GATHERING ? "gathering" : "fence", subject),
                List.of(),
                people,
                null,
                Instant.ofEpochMilli(raised - 1_000),
                Instant.ofEpochMilli(raised),
                null,
                returned,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
