package io.muster.simulator.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.TruthLine;
import io.muster.simulator.truth.GatePass.Direction;
import io.muster.simulator.truth.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private final List<TruthLine> truths = new ArrayList<>(List.of(
            Told.tooMany("tanks", 10, 70),
            Told.truth(AlarmKind.GATHERING, "g", 100, 65, 300, false, "a", "b", "c", "d"),
            Told.truth(AlarmKind.OVER_CAPACITY, "yard", 20, 5, 60, true, "a", "b", "c", "d")));
    private final List<Alarm> alarms = new ArrayList<>();

    JudgeTest() {
        alarms.addAll(Told.alarm("one", AlarmKind.OVER_CAPACITY, "tanks", 11, 71));
        alarms.addAll(Told.alarm("two", AlarmKind.GATHERING, "whatever the rule calls it", 161, 301));
    }

    @Test
    void anAlarmForEachTruthKeepsThePromise() {
        Judgement judgement = judge();
        assertTrue(judgement.passed(), judgement.checks().toString());
        assertEquals(List.of(), judgement.wrong());
        assertEquals(100.0, check(judgement, "recall.over_capacity").value());
        assertEquals(2.0, check(judgement, "delay_p99.over_capacity").value());
        assertEquals(2.0, check(judgement, "delay_p99.gathering").value());
    }

    @Test
    void anAlarmThatIsRemovedIsMissed() {
        alarms.removeIf(alarm -> alarm.alarmId().equals("one"));
        assertBroken("missed", "recall.over_capacity");
    }

    @Test
    void anAlarmThatIsAddedIsInvented() {
        alarms.addAll(Told.alarm("three", AlarmKind.OVER_CAPACITY, "workshop", 30, 40));
        assertBroken("invented (unexpected)", "precision.over_capacity");
    }

    @Test
    void anAlarmThatIsToldTwiceIsInvented() {
        alarms.addAll(Told.alarm("again", AlarmKind.OVER_CAPACITY, "tanks", 30, 40));
        assertBroken("invented (duplicated)", "precision.over_capacity");
    }

    @Test
    void anAlarmThatIsDelayedIsLate() {
        alarms.removeIf(alarm -> alarm.alarmId().equals("one"));
        alarms.addAll(Told.alarm("one", AlarmKind.OVER_CAPACITY, "tanks", 31, 71));
        assertBroken("late", "late.over_capacity");
        assertTrue(check(judge(), "delay_p99.over_capacity").isMissed());
    }

    @Test
    void whatIsToleratedTakesAnyNumberOfAlarmsAndAsksForNone() {
        alarms.addAll(Told.alarm("edge", AlarmKind.OVER_CAPACITY, "yard", 25, 30));
        alarms.addAll(Told.alarm("edge again", AlarmKind.OVER_CAPACITY, "yard", 40, 45));
        assertTrue(judge().passed());
    }

    @Test
    void aKindThatIsPlannedIsToldAndNeverFails() {
        truths.add(Told.truth(AlarmKind.PATROL_MISSED, "d1", 5, 5, 50, false, "a"));
        truths.add(Told.truth(AlarmKind.EVAC_MISSING, "d2", 5, 5, 50, false, "b"));
        alarms.addAll(Told.alarm("round", AlarmKind.PATROL_MISSED, "nobody", 100, 101));
        Judgement judgement = judge();
        assertTrue(judgement.passed());
        assertEquals(List.of(), judgement.wrong());
        assertNull(check(judgement, "recall.patrol_missed").pass());
        assertTrue(check(judgement, "recall.evac_missing").detail().startsWith("1 truths, not raised yet"));
    }

    @Test
    void aRunThatChecksNothingFails() {
        truths.removeIf(truth -> !truth.tolerated());
        alarms.clear();
        Judgement judgement = judge();
        assertFalse(judgement.passed());
        assertTrue(check(judgement, "truths_checked").isMissed());
    }

    @Test
    void anAlarmThatChattersBreaksThePromise() {
        truths.add(Told.tooMany("pier", 400, 460));
        for (int i = 0; i < 3; i++) {
            alarms.addAll(Told.alarm("pier " + i, AlarmKind.OVER_CAPACITY, "pier", 401 + 20 * i, 405 + 20 * i));
        }
        Judgement judgement = judge();
        assertTrue(check(judgement, "chattering").isMissed());
        assertEquals(3, judgement.chatter().get(0).rises());
    }

    @Test
    void aCountThatIsTrueWithinTheLagIsRight() {
        HeadCounts counts = new HeadCounts();
        counts.add("yard", Told.at(0).toEpochMilli(), 0, 0, "Yard");
        // Somebody comes in at 58 s; a reader sees it at 61 s, a second after the look at 60 s.
        counts.add("yard", Told.at(61).toEpochMilli(), 1, 0, "Yard");
        counts.add("yard", Told.at(120).toEpochMilli(), 1, 0, "Yard");
        Judgement judgement = judge(new Truth(truths, List.of(Told.inside("yard", "a", 58, -1)), List.of()), counts);
        assertEquals(new Share(12, 12), judgement.headCounts().right());
        assertTrue(judgement.passed());
    }

    @Test
    void aCountThatStaysWrongBreaksThePromise() {
        HeadCounts counts = new HeadCounts();
        counts.add("yard", Told.at(0).toEpochMilli(), 0, 0, "Yard");
        counts.add("yard", Told.at(120).toEpochMilli(), 0, 0, "Yard");
        Judgement judgement = judge(
                new Truth(
                        truths, List.of(Told.inside("yard", "a", 58, -1), Told.inside("yard", "b", 58, -1)), List.of()),
                counts);
        // Wrong from the look at 70 s on: at 60 s the last five seconds still hold a moment with nobody.
        assertEquals(new Share(6, 12), judgement.headCounts().right());
        assertEquals(2, judgement.headCounts().worst());
        assertTrue(check(judgement, "head_count_right").isMissed());
        assertFalse(judgement.passed());
    }

    @Test
    void whoStandsOnTheEdgeCountsEitherWay() {
        for (int counted = 0; counted <= 1; counted++) {
            HeadCounts counts = new HeadCounts();
            counts.add("yard", Told.at(0).toEpochMilli(), counted, 0, "Yard");
            counts.add("yard", Told.at(100).toEpochMilli(), counted, 0, "Yard");
            Judgement judgement = judge(
                    new Truth(
                            truths,
                            List.of(Told.inside("yard", "a", -10, 200), Told.onTheEdge("yard", "a", -10, 200)),
                            List.of()),
                    counts);
            assertEquals(0, judgement.headCounts().worst());
        }
    }

    @Test
    void gatesThatMissAPassAreAwayFromTheTruth() {
        HeadCounts counts = new HeadCounts();
        counts.add("plant", Told.at(0).toEpochMilli(), 1, 0, "Plant");
        counts.add("plant", Told.at(31).toEpochMilli(), 3, 0, "Plant");
        counts.add("plant", Told.at(100).toEpochMilli(), 3, 0, "Plant");
        Judgement judgement = judge(
                new Truth(
                        truths,
                        List.of(
                                Told.inside("plant", "a", 0, -1),
                                Told.inside("plant", "b", 30, -1),
                                Told.inside("plant", "c", 30.5, -1)),
                        List.of(
                                Told.pass("plant", "b", 30, Direction.IN, true),
                                Told.pass("plant", "c", 30.5, Direction.IN, false))),
                counts);
        assertTrue(judgement.passed(), judgement.checks().toString());
        assertEquals(1.0, check(judgement, "gates_worst").value());
        assertTrue(check(judgement, "gates_worst").detail().contains("1 of 2 passes recorded"));
        assertEquals(0.0, check(judgement, "production_worst").value());
    }

    private void assertBroken(String word, String check) {
        Judgement judgement = judge();
        assertFalse(judgement.passed());
        assertTrue(check(judgement, check).isMissed(), judgement.checks().toString());
        assertEquals(
                List.of(word),
                judgement.wrong().stream()
                        .map(outcome -> outcome.verdict().word())
                        .toList());
    }

    private Judgement judge() {
        return judge(Truth.of(truths), new HeadCounts());
    }

    private Judgement judge(Truth truth, HeadCounts counts) {
        return Judge.judge(
                truth,
                new Judge.JobOutput(alarms, counts),
                new Judge.Options(VerifyOptions.files(), PromiseReader.shipped(), Set.of(), 1));
    }

    static Check check(Judgement judgement, String name) {
        return judgement.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + judgement.checks()));
    }
}
