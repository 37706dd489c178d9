package io.muster.simulator.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    /** Made at one time by one stream, due at another. */
    record Made(long madeMillis, int stream, long dueMillis) {}

    @Property(tries = 500)
    void theOrderIsThatOfTimeStreamAndMakingWhateverTheSlice(
            @ForAll("made") List<Made> all, @ForAll @IntRange(min = 1, max = 3_000) int sliceMillis) {
        List<Made> inOrderOfMaking = new ArrayList<>(all);
        inOrderOfMaking.sort(Comparator.comparingLong(Made::madeMillis));
        List<Made> expected = new ArrayList<>(inOrderOfMaking);
        expected.sort(Comparator.comparingLong(Made::dueMillis).thenComparingInt(Made::stream));
        assertEquals(expected, played(inOrderOfMaking, sliceMillis));
    }

    @Test
    void thousandsDueInTheSameMillisecondKeepTheirOrder() {
        List<Made> all = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(new Made(i, 1, 40_000));
        }
        assertEquals(all, played(all, 500));
    }

    private static List<Made> played(List<Made> inOrderOfMaking, long sliceMillis) {
        Schedule schedule = new Schedule(sliceMillis);
        List<Made> played = new ArrayList<>();
        int next = 0;
        while (next < inOrderOfMaking.size() || !schedule.isEmpty()) {
            while (next < inOrderOfMaking.size()
                    && inOrderOfMaking.get(next).madeMillis() < schedule.presentEndMillis()) {
                Made made = inOrderOfMaking.get(next);
                schedule.put(
                        made.dueMillis(),
                        made.stream(),
                        new TimedMessage(made.dueMillis(), Integer.toString(next), new byte[0], new byte[0]));
                next++;
            }
            schedule.sort();
            assertTrue(schedule.presentStartMillis() < schedule.presentEndMillis());
            for (TimedMessage message = schedule.take(); message != null; message = schedule.take()) {
                assertTrue(message.emissionMillis() < schedule.presentEndMillis());
                played.add(inOrderOfMaking.get(Integer.parseInt(message.topic())));
            }
            schedule.advance();
        }
        return played;
    }

    @Provide
    Arbitrary<List<Made>> made() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 5_000),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(0, 20),
                                Arbitraries.longs().between(0, 60_000)))
                .as((made, stream, delay) -> new Made(made, stream, made + delay))
                .list()
                .ofMaxSize(60);
    }
}
