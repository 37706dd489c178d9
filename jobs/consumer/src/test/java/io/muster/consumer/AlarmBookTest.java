package io.muster.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.muster.contract.codec.Json;
import io.muster.contract.topic.Ticks;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmState;
import io.muster.contract.value.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlarmBookTest {
    private final List<String> heard = new ArrayList<>();
    private final AlarmBook book = new AlarmBook();

    AlarmBookTest() {
        book.addListener(
                change -> heard.add(change.kind() + " " + change.alarm().alarmId() + " "
                        + change.alarm().seq() + " epoch " + change.writerEpoch() + " at " + change.timestampMillis()));
    }

    @Test
    void tellsOneLifeOnceHoweverOftenItIsTold() {
        Told raised = Told.raised("a", 5, 1);
        Told acknowledged = Told.alarm("a", 5, 2, AlarmState.ACKNOWLEDGED, Level.YELLOW);
        Told cleared = Told.cleared("a", 5, 3);
        assertEquals(AlarmOutcome.APPLIED, raised.into(book));
        assertEquals(AlarmOutcome.REPEATED, raised.into(book));
        assertEquals(AlarmOutcome.REPEATED, raised.again(9).into(book));
        assertEquals(Told.NOON.plusSeconds(9), held("a").reportedAt(), "a heartbeat moves the report on");
        assertEquals(AlarmOutcome.REPEATED, raised.into(book));
        assertEquals(Told.NOON.plusSeconds(9), held("a").reportedAt(), "and never back");
        acknowledged.into(book);
        assertEquals(AlarmOutcome.OLDER, raised.into(book));
        assertEquals(List.of(held("a")), book.open());
        cleared.into(book);
        assertEquals(List.of(), book.open());
        assertEquals(1, book.current().size());
        assertEquals(AlarmOutcome.FORGOTTEN, Told.tombstone("a", 5).into(book));
        assertNull(book.byId("a"));
        assertEquals(
                List.of(
                        "RAISED a 1 epoch 5 at 1000",
                        "CHANGED a 2 epoch 5 at 1000",
                        "CLEARED a 3 epoch 5 at 1000",
                        "FORGOTTEN a 3 epoch 5 at 1000"),
                heard);
    }

    @Test
    void aZombieChangesNothingAndIsCounted() {
        Told.raised("a", 7, 1).into(book);
        assertEquals(AlarmOutcome.ZOMBIE, Told.cleared("a", 6, 12).into(book));
        assertEquals(AlarmOutcome.ZOMBIE, Told.tombstone("a", 6).into(book));
        assertEquals(AlarmState.RAISED_UNACKNOWLEDGED, held("a").state());
        assertEquals(2, book.counters().of(AlarmOutcome.ZOMBIE));
        Told.tombstone("a", 7).into(book);
        assertEquals(AlarmOutcome.ZOMBIE, Told.raised("a", 6, 13).into(book), "not even what was forgotten comes back");
        assertNull(book.byId("a"));
    }

    @Test
    void aNewWriterReplacesTheSameSeqAndIsNoNewsWhereItConfirms() {
        Told.alarm("a", 1, 2, AlarmState.RAISED_UNACKNOWLEDGED, Level.YELLOW).into(book);
        heard.clear();
        Told.alarm("a", 2, 2, AlarmState.RAISED_UNACKNOWLEDGED, Level.YELLOW).into(book);
        assertEquals(List.of(), heard, "the republished open set does not ring again");
        Told.alarm("a", 3, 2, AlarmState.RAISED_UNACKNOWLEDGED, Level.RED).into(book);
        assertEquals(List.of("CHANGED a 2 epoch 3 at 1000"), heard);
        Told.raised("a", 4, 1).into(book);
        assertEquals(1, held("a").seq(), "a higher epoch wins with a smaller seq too");
    }

    @Test
    void anOpenAlarmThatIsWithdrawnLeavesTheWallBoard() {
        Told.raised("a", 1, 1).into(book);
        Told.tombstone("a", 2).into(book);
        assertEquals("WITHDRAWN a 1 epoch 2 at 1000", heard.get(1));
        assertEquals(List.of(), book.open());
    }

    @Test
    void oneWriterThatContradictsItselfIsCountedAndNotFollowed() {
        Told.alarm("a", 1, 1, AlarmState.RAISED_UNACKNOWLEDGED, Level.YELLOW).into(book);
        assertEquals(
                AlarmOutcome.CONTRADICTED,
                Told.alarm("a", 1, 1, AlarmState.RAISED_UNACKNOWLEDGED, Level.BLUE)
                        .into(book));
        assertEquals(Level.YELLOW, held("a").level());
    }

    @Test
    void whatCannotBeReadIsCountedAndNeverThrown() {
        byte[] good = Objects.requireNonNull(Told.raised("a", 1, 1).value());
        byte[] torn = new String(good, StandardCharsets.UTF_8).substring(0, 50).getBytes(StandardCharsets.UTF_8);
        for (byte[] bad : List.of(new byte[0], torn, "{}".getBytes(StandardCharsets.UTF_8), new byte[] {-1, -2})) {
            assertEquals(AlarmOutcome.UNREADABLE, book.apply("a", bad, "1", 1));
        }
        assertEquals(AlarmOutcome.UNREADABLE, book.apply("b", good, "1", 1), "key and alarm_id must agree");
        assertEquals(AlarmOutcome.UNREADABLE, book.apply(null, good, "1", 1));
        assertEquals(AlarmOutcome.UNREADABLE, book.apply("a", good, "soon", 1));
        assertEquals(AlarmOutcome.UNREADABLE, book.apply("a", null, "-4", 1));
        assertEquals(AlarmOutcome.TICK, book.apply(Ticks.KEY, new byte[0], null, 1));
        assertEquals(8, book.counters().of(AlarmOutcome.UNREADABLE));
        assertEquals(AlarmOutcome.APPLIED, book.apply("a", good, null, 1), "a file without epochs reads as well");
        assertEquals(AlarmOutcome.APPLIED, book.apply("a", good, "0", 1), "and every writer is above it");
    }

    @Test
    void theAlarmOfAnEvacuationIsNotTooLong() {
        Alarm one = Objects.requireNonNull(Told.raised("a", 1, 1).alarm());
        List<String> everybody =
                IntStream.range(0, 5_000).mapToObj(i -> "person-" + i).toList();
        String json = Json.writeString(one).replace("[\"p1\",\"p2\"]", Json.writeString(everybody));
        assertEquals(AlarmOutcome.APPLIED, book.apply("a", json.getBytes(StandardCharsets.UTF_8), "1", 1));
        assertEquals(5_000, held("a").trackableIds().size());
    }

    @Test
    void aListenerThatFailsKeepsNothingFromTheOthers() {
        AlarmBook own = new AlarmBook();
        own.addListener(change -> {
            throw new IllegalStateException("display unplugged");
        });
        own.addListener(change -> heard.add("second"));
        Told.raised("a", 1, 1).into(own);
        assertEquals(List.of("second"), heard);
        assertEquals(1, own.counters().listenerFailures());
    }

    private Alarm held(String id) {
        return Objects.requireNonNull(book.byId(id), id);
    }
}
