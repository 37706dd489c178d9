package io.muster.stream.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.consumer.AlarmBook;
import io.muster.contract.codec.Json;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmState;
import io.muster.stream.output.OutputRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An earlier writer told until 12:00:00; this job begins somewhere before. */
class StandingTest {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final String X = "11111111-1111-5111-8111-111111111111";
    private static final String Y = "22222222-2222-5222-8222-222222222222";

    @Test
    void whatThisJobDoesNotTellIsWithdrawnOnceTimeIsWellPastTheLastWord() {
        Standing standing =
                new Standing(List.of(alarm(X, 7, "acknowledged", -5), alarm(Y, 2, "cleared", 0)), List.of(), List.of());
        assertEquals(List.of(), standing.timeHasCome(at(9.999)), "it may still be told");

        List<OutputRecord> told = standing.timeHasCome(at(10));
        assertEquals(
                List.of("alarms", "alarm-states"),
                told.stream().map(OutputRecord::topic).toList());
        Alarm withdrawn = read(told.get(0));
        assertEquals(8, withdrawn.seq());
        assertEquals(8, told.get(1).seq());
        assertEquals(AlarmState.CLEARED, withdrawn.state());
        assertNotNull(withdrawn.cleared());
        assertEquals("system", withdrawn.cleared().by());
        assertEquals("withdrawn after restart", withdrawn.cleared().reason());
        assertEquals(
                NOON.plusSeconds(10), withdrawn.cleared().at(), "decided by the log, not by when it was looked at");
        assertEquals(List.of(), standing.timeHasCome(at(20)), "once");
    }

    @Test
    void theSameIsWithdrawnAtTheSameTimeHoweverFarTimeJumps() {
        Standing step = new Standing(List.of(alarm(X, 7, "acknowledged", 0)), List.of(), List.of());
        Standing jump = new Standing(List.of(alarm(X, 7, "acknowledged", 0)), List.of(), List.of());
        assertEquals(texts(step.timeHasCome(at(10))), texts(jump.timeHasCome(at(5000))));
    }

    @Test
    void whatThisJobTellsIsItsOwn() {
        Standing standing = new Standing(List.of(alarm(X, 7, "acknowledged", 0)), List.of(), List.of());
        OutputRecord raised = states(X, 1, "raised_unacknowledged", -60);
        assertSame(raised, standing.tell(raised));
        assertEquals(List.of(), standing.timeHasCome(at(60)));
        assertEquals(List.of(raised), standing.open());
    }

    @Test
    void whatWasRestoredIsToldAgainAndNotWithdrawn() {
        OutputRecord open = states(X, 7, "returned_unacknowledged", 0);
        Standing standing = new Standing(List.of(alarm(X, 7, "returned_unacknowledged", 0)), List.of(open), List.of());
        assertEquals(List.of(open), standing.open());
        assertEquals(List.of(), standing.timeHasCome(at(3600)));
        standing.tell(states(X, 8, "cleared", 3600));
        assertEquals(List.of(), standing.open(), "what is cleared is not told again");
    }

    @Test
    void anAlarmOfAnotherSiteThatWasToldLaterWaitsForItsOwnSiteAlone() {
        Alarm other = read(states("other", Y, 1, "acknowledged", 300));
        Standing standing = new Standing(List.of(alarm(X, 7, "acknowledged", 0), other), List.of(), List.of());
        assertEquals(2, standing.timeHasCome(at(10)).size());
        assertEquals(2, standing.timeHasCome(at(310)).size());
    }

    @Test
    void whoeverIsWithdrawnTooSoonComesBackAboveTheWithdrawal() {
        AlarmBook board = new AlarmBook();
        Standing standing = withdrawnTooSoon(board);
        assertEquals(List.of(), board.open());

        show(board, 2, List.of(standing.tell(states(X, 1, "raised_unacknowledged", 30))));
        assertEquals(List.of(9L), board.open().stream().map(Alarm::seq).toList());
        show(board, 2, List.of(standing.tell(states(X, 2, "cleared", 40))));
        assertEquals(List.of(), board.open(), "and its end is news too");
        assertEquals(0, board.counters().of(io.muster.consumer.AlarmOutcome.OLDER));
    }

    /** The stage that counts goes on at 2; whoever listens knows 9, and of the same writer. */
    @Test
    void soItDoesAfterAnotherRestartToo() {
        AlarmBook board = new AlarmBook();
        Standing standing = withdrawnTooSoon(board);
        show(board, 2, List.of(standing.tell(states(X, 1, "raised_unacknowledged", 30))));

        Standing next = new Standing(List.copyOf(board.open()), standing.open(), standing.withdrawn());
        show(board, 3, next.again());
        show(board, 3, List.of(next.tell(states(X, 2, "acknowledged", 40))));
        assertEquals(List.of(10L), board.open().stream().map(Alarm::seq).toList());
        show(board, 3, List.of(next.tell(states(X, 3, "cleared", 50))));
        assertEquals(List.of(), board.open(), "its end is news");
        assertEquals(0, board.counters().of(io.muster.consumer.AlarmOutcome.OLDER));

        assertEquals(1, next.withdrawn().size());
        next.tell(record("north", X, null, at(86_500), 3));
        assertEquals(List.of(), next.withdrawn(), "and nothing of it is kept once it is forgotten");
    }

    @Test
    void whatIsWithdrawnAndForgottenIsNotKept() {
        Standing standing = withdrawnTooSoon(new AlarmBook());
        assertEquals(List.of(new Withdrawn("north", X, 8)), standing.withdrawn());
        standing.timeHasCome(at(24 * 3600 + 60));
        assertEquals(List.of(), standing.withdrawn());
    }

    /** A crash comes after the checkpoint that knows seq 7: an older word under a newer writer would ring the horn once more. */
    @Test
    void whatWasClosedOrAcknowledgedSinceTheCheckpointIsNotToldAgainAsItWas() {
        OutputRecord acknowledgedSince = states(X, 7, "raised_unacknowledged", 0);
        OutputRecord unchanged = states(Y, 4, "acknowledged", 0);
        Standing standing = new Standing(
                List.of(alarm(X, 8, "acknowledged", 1), alarm(Y, 4, "acknowledged", 0)),
                List.of(acknowledgedSince, unchanged),
                List.of());
        assertEquals(List.of(unchanged), standing.again());
        assertEquals(2, standing.open().size(), "both are open, and kept");
        assertEquals(List.of(), standing.timeHasCome(at(3600)), "and neither is withdrawn");
        OutputRecord again = states(X, 8, "acknowledged", 1);
        assertSame(again, standing.tell(again), "the log tells it again");
    }

    @Test
    void whatIsClosedAndNobodyKnowsIsForgottenAfterADay() {
        Standing standing =
                new Standing(List.of(alarm(X, 7, "cleared", 0), alarm(Y, 3, "acknowledged", 0)), List.of(), List.of());
        standing.timeHasCome(at(10));
        assertEquals(List.of(), standing.timeHasCome(at(24 * 3600)));
        List<OutputRecord> forgotten = standing.timeHasCome(at(24 * 3600 + 60));
        assertEquals(List.of(X, Y), forgotten.stream().map(OutputRecord::key).toList());
        assertTrue(forgotten.stream().allMatch(each -> each.value() == null), "tombstones");
        assertEquals(List.of(), standing.timeHasCome(at(48 * 3600)));
    }

    /** Told as 7 by writer 1, withdrawn as 8 by writer 2. */
    private static Standing withdrawnTooSoon(AlarmBook board) {
        Standing standing = new Standing(List.of(alarm(X, 7, "acknowledged", 0)), List.of(), List.of());
        show(board, 1, List.of(states(X, 7, "acknowledged", 0)));
        show(board, 2, standing.timeHasCome(at(10)));
        return standing;
    }

    private static void show(AlarmBook board, long epoch, List<OutputRecord> records) {
        records.forEach(each -> board.apply(each.key(), each.value(), Long.toString(epoch), 0));
    }

    private static List<String> texts(List<OutputRecord> records) {
        List<String> texts = new ArrayList<>();
        records.forEach(each -> texts.add(each.topic() + Json.writeString(read(each))));
        return texts;
    }

    private static Alarm alarm(String id, long seq, String state, double toldSeconds) {
        return read(states(id, seq, state, toldSeconds));
    }

    private static OutputRecord states(String id, long seq, String state, double toldSeconds) {
        return states("north", id, seq, state, toldSeconds);
    }

    private static OutputRecord states(String site, String id, long seq, String state, double toldSeconds) {
        Instant told = Instant.ofEpochMilli(at(toldSeconds));
        String cleared = state.equals("cleared")
                ? ",\"cleared\":{\"at\":\"" + told + "\",\"by\":\"system\",\"reason\":null}"
                : "";
        String json = "{\"alarm_id\":\"" + id + "\",\"site\":\"" + site + "\",\"seq\":" + seq
                + ",\"kind\":\"over_capacity\",\"name\":{\"zh\":\"超员报警\",\"en\":\"over-capacity alarm\"},\"state\":\""
                + state + "\",\"level\":\"orange\",\"subject\":{\"type\":\"fence\",\"id\":\"f\"},\"fence_ids\":[\"f\"],"
                + "\"trackable_ids\":[],\"onset_at\":\"2026-07-01T11:00:00Z\",\"raised_at\":\"2026-07-01T11:00:05Z\""
                + cleared + ",\"reported_at\":\"" + told + "\"}";
        return record(site, id, json.getBytes(java.nio.charset.StandardCharsets.UTF_8), at(toldSeconds), seq);
    }

    private static OutputRecord record(String site, String id, byte @Nullable [] value, long time, long seq) {
        return new OutputRecord(site, TopicKind.ALARM_STATES.wire(), id, null, value, Map.of(), time, seq);
    }

    private static Alarm read(OutputRecord record) {
        try {
            byte[] value = record.value();
            assertNotNull(value);
            return Json.readOwn(value, Alarm.class);
        } catch (io.muster.contract.codec.Unreadable e) {
            throw new AssertionError(e);
        }
    }

    private static long at(double seconds) {
        return NOON.toEpochMilli() + Math.round(seconds * 1000);
    }
}
