package io.muster.simulator.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.radio.RadioOptions;
import io.muster.simulator.scenario.EventKind;
import io.muster.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShrinkerTest {

    @Test
    void findsTheOneThatMatters() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(i);
        }
        Shrinker<List<Integer>> shrinker = new Shrinker<>(ShrinkerTest::withoutOne, list -> list.contains(27));
        assertEquals(List.of(27), shrinker.shrink(all, 10_000));
    }

    @Test
    void stopsWhenItHasTriedEnough() {
        AtomicInteger tries = new AtomicInteger();
        Shrinker<List<Integer>> shrinker = new Shrinker<>(ShrinkerTest::withoutOne, list -> {
            tries.incrementAndGet();
            return true;
        });
        assertEquals(2, shrinker.shrink(List.of(1, 2, 3, 4, 5), 3).size());
        assertEquals(3, tries.get());
    }

    @Test
    void whatCannotShrinkStaysAsItIs() {
        Shrinker<List<Integer>> shrinker = new Shrinker<>(ShrinkerTest::withoutOne, list -> list.size() == 3);
        assertEquals(List.of(1, 2, 3), shrinker.shrink(List.of(1, 2, 3), 100));
    }

    /** A failure that only needs one kind of event ends with one such event, no faults, a perfect radio and fewer people. */
    @Test
    void aScenarioShrinksToWhatItsFailureNeeds() {
        Scenario drawn = RandomScenario.of(drawnWithAGathering());
        Scenario small = new Shrinker<Scenario>(ScenarioShrinks::of, scenario -> scenario.events().stream()
                        .anyMatch(event -> event.kind() == EventKind.GATHERING))
                .shrink(drawn, 10_000);
        assertEquals(1, small.events().size());
        assertEquals(List.of(), small.faults());
        assertEquals(RadioOptions.perfect(), small.radio());
        assertEquals(
                List.of("players"),
                small.crews().stream().map(crew -> crew.id()).toList());
        assertEquals(small.crews().get(0).size(), small.people());
        assertTrue(small.durationMillis() <= drawn.durationMillis());
    }

    @Test
    void everyCandidateIsSmaller() {
        for (long seed = 0; seed < 50; seed++) {
            Scenario scenario = RandomScenario.of(seed);
            for (Scenario candidate : ScenarioShrinks.of(scenario)) {
                assertTrue(weight(candidate) < weight(scenario), "seed " + seed);
            }
        }
    }

    private static long weight(Scenario scenario) {
        return scenario.events().size()
                + scenario.faults().size()
                + scenario.people()
                + (scenario.radio().equals(RadioOptions.perfect()) ? 0 : 1)
                + scenario.durationMillis();
    }

    private static long drawnWithAGathering() {
        for (long seed = 1; ; seed++) {
            if (RandomScenario.of(seed).events().stream().anyMatch(event -> event.kind() == EventKind.GATHERING)
                    && RandomScenario.of(seed).events().size() > 4) {
                return seed;
            }
        }
    }

    private static List<List<Integer>> withoutOne(List<Integer> list) {
        List<List<Integer>> smaller = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            List<Integer> cut = new ArrayList<>(list);
            cut.remove(i);
            smaller.add(cut);
        }
        return smaller;
    }
}
