package io.muster.simulator.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.TruthLine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several shifts held against the truth together. */
class ManyRunsTest {
    private static final List<TruthLine> TRUTHS =
            List.of(Told.tooMany("tanks", 10, 70), Told.truth(AlarmKind.MOTIONLESS, "a", 100, 5, 160, false, "a"));

    private final ManyRuns runs = new ManyRuns();

    @Test
    void whatNobodyMayMissIsCountedOverAllRuns() {
        runs.add("first", TRUTHS, right(), VerifyOptions.files());
        assertTrue(broken(2).contains("vital_truths"), "one run has one of them, and two were wanted");

        runs.add("second", TRUTHS, right(), VerifyOptions.files());
        assertEquals(new Share(2, 2), runs.vital());
        assertEquals(List.of(), broken(2));
        assertEquals(2, runs.runs());
    }

    @Test
    void whatIsMissedOrInventedInOneRunBreaksThePromiseOfAllAndIsNamed() {
        runs.add("first", TRUTHS, right(), VerifyOptions.files());
        List<Alarm> wrong = new ArrayList<>(right());
        wrong.removeIf(each -> each.kind() == AlarmKind.OVER_CAPACITY);
        wrong.addAll(Told.alarm("nothing", AlarmKind.MOTIONLESS, "b", 30, 40));
        runs.add("second", TRUTHS, wrong, VerifyOptions.files());

        assertTrue(broken(2).containsAll(List.of("recall.vital", "precision.all")), broken(2)::toString);
        assertEquals(
                List.of("second", "second"),
                runs.wrong().stream().map(ManyRuns.Wrong::run).toList());
    }

    @Test
    void anOverCapacityIsReadableSoonAfterTheFixThatDecidesIt() {
        runs.add("first", TRUTHS, right(), VerifyOptions.files());
        // Its onset is when it is raised here, so that the settle of 1 s is left.
        assertEquals(1.0, check("decision_p99.over_capacity").value());
        assertFalse(check("decision_p99.over_capacity").isMissed());

        runs.add(
                "slow settle",
                TRUTHS,
                right(),
                new VerifyOptions(
                        1_600,
                        VerifyOptions.files().readableAtMillis(),
                        VerifyOptions.files().allowanceMillis(),
                        VerifyOptions.files().earlyMillis(),
                        VerifyOptions.files().slackMillis()));
        assertTrue(broken(1).contains("decision_p99.over_capacity"));
    }

    @Test
    void aSubjectThatRisesThreeTimesInAMinuteChatters() {
        List<Alarm> alarms = new ArrayList<>(right());
        for (int i = 0; i < 3; i++) {
            alarms.addAll(Told.alarm("again " + i, AlarmKind.OVER_CAPACITY, "tanks", 20 + 5 * i, 22 + 5 * i));
        }
        runs.add("first", TRUTHS, alarms, VerifyOptions.files());
        assertTrue(broken(1).contains("chattering"));
    }

    private static List<Alarm> right() {
        List<Alarm> alarms = new ArrayList<>(Told.alarm("one", AlarmKind.OVER_CAPACITY, "tanks", 11, 71));
        alarms.addAll(Told.alarm("two", AlarmKind.MOTIONLESS, "a", 101, 161));
        return alarms;
    }

    private Check check(String name) {
        return runs.checks(PromiseReader.shipped(), 1).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> broken(long leastVital) {
        return runs.checks(PromiseReader.shipped(), leastVital).stream()
                .filter(Check::isMissed)
                .map(Check::name)
                .toList();
    }
}
