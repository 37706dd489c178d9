package io.muster.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmState;
import io.muster.contract.value.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever the order and the repetitions, the same records make the same book. */
class AlarmBookOrderTest {
    private static final int RANDOM_HISTORIES = 300;
    private static final int ORDERS_EACH = 8;
    private static final List<AlarmState> STATES = List.of(AlarmState.values());
    private static final List<Level> LEVELS = List.of(Level.values());

    @Test
    void everyOrderOfAShortHistoryMakesTheSameBook() {
        List<Told> history = List.of(
                Told.raised("a", 1, 1),
                Told.raised("a", 1, 1).again(30),
                Told.alarm("a", 1, 2, AlarmState.ACKNOWLEDGED, Level.YELLOW),
                Told.alarm("a", 2, 2, AlarmState.ACKNOWLEDGED, Level.ORANGE),
                Told.raised("b", 1, 1),
                Told.tombstone("b", 1),
                Told.cleared("b", 0, 9));
        Map<String, Alarm> expected = twin(history);
        assertEquals(List.of("a"), List.copyOf(expected.keySet()));
        permute(new ArrayList<>(history), 0, order -> assertEquals(expected, book(order), () -> "order " + order));
    }

    @Test
    void everyOrderAgreesWhenATombstoneIsOvertakenByAReplay() {
        List<Told> history = List.of(
                Told.raised("a", 1, 1),
                Told.cleared("a", 1, 2),
                Told.tombstone("a", 1),
                Told.raised("a", 3, 1),
                Told.raised("a", 3, 1).again(40),
                Told.tombstone("a", 2));
        Map<String, Alarm> expected = twin(history);
        assertEquals(
                AlarmState.RAISED_UNACKNOWLEDGED,
                Objects.requireNonNull(expected.get("a")).state());
        permute(new ArrayList<>(history), 0, order -> assertEquals(expected, book(order), () -> "order " + order));
    }

    @Test
    void randomHistoriesAgreeWithTheTwinInAnyOrder() {
        long firstSeed = Long.getLong("muster.seed", 20_261_123L);
        for (int i = 0; i < RANDOM_HISTORIES; i++) {
            long seed = firstSeed + i;
            Random random = new Random(seed);
            List<Told> history = history(random);
            Map<String, Alarm> expected = twin(history);
            for (int order = 0; order < ORDERS_EACH; order++) {
                AlarmBook book = new AlarmBook();
                history.forEach(one -> one.into(book));
                assertEquals(expected, byId(book), () -> "-Dmuster.seed=" + seed + ", history " + history);
                assertEquals(history.size(), book.counters().total(), () -> "every record is counted, seed " + seed);
                assertEquals(0, book.counters().of(AlarmOutcome.CONTRADICTED), () -> "seed " + seed);
                Collections.shuffle(history, random);
            }
        }
    }

    /** A few alarms by a few writers; the content is a function of (id, epoch, seq), as the contract wants it. */
    private static List<Told> history(Random random) {
        List<Told> history = new ArrayList<>();
        int length = 2 + random.nextInt(24);
        while (history.size() < length) {
            String id = "abc".substring(random.nextInt(3)).substring(0, 1);
            long epoch = random.nextInt(4);
            if (random.nextInt(9) == 0) {
                history.add(Told.tombstone(id, epoch));
                continue;
            }
            long seq = 1L + random.nextInt(4);
            Random content = new Random(id.charAt(0) * 1_000L + epoch * 10 + seq);
            AlarmState state = STATES.get(content.nextInt(STATES.size()));
            Level level = LEVELS.get(content.nextInt(LEVELS.size()));
            Told told = Told.alarm(id, epoch, seq, state, level);
            history.add(random.nextInt(3) == 0 ? told.again(random.nextInt(60)) : told);
            if (random.nextInt(4) == 0) {
                history.add(history.get(random.nextInt(history.size())));
            }
        }
        return history;
    }

    private static void permute(List<Told> list, int from, Consumer<List<Told>> visit) {
        if (from == list.size()) {
            visit.accept(list);
            return;
        }
        for (int i = from; i < list.size(); i++) {
            Collections.swap(list, from, i);
            permute(list, from + 1, visit);
            Collections.swap(list, from, i);
        }
    }

    private static Map<String, Alarm> twin(List<Told> history) {
        TwinBook twin = new TwinBook();
        history.forEach(twin::add);
        return twin.current();
    }

    private static Map<String, Alarm> book(List<Told> history) {
        AlarmBook book = new AlarmBook();
        history.forEach(one -> one.into(book));
        return byId(book);
    }

    private static Map<String, Alarm> byId(AlarmBook book) {
        Map<String, Alarm> current = new TreeMap<>();
        book.current().forEach(alarm -> current.put(alarm.alarmId(), alarm));
        return current;
    }
}
