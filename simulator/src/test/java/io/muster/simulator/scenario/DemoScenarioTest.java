package io.muster.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.plan.PlanFence;
import io.muster.simulator.movement.Motion;
import io.muster.simulator.movement.Place;
import io.muster.simulator.plant.DemoPlant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoScenarioTest {
    private final Map<String, PlanFence> fences = DemoPlant.plan("demo").fences().stream()
            .collect(Collectors.toMap(PlanFence::foreignId, Function.identity()));

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 1_000_003})
    void theFirstMinuteShowsOverCapacityAndTheSecondAGathering(long seed) {
        List<Situation> first = new DemoScenario(seed, 500).situations(0, 60_000);
        assertTrue(first.stream().filter(this::isZone).count() >= 3, "seed " + seed);
        assertTrue(first.stream().anyMatch(s -> s.stage().equals("unit-08-floor-1")), "seed " + seed);
        Situation earliest = first.stream().filter(this::isZone).findFirst().orElseThrow();
        assertTrue(earliest.onsetMillis() >= 8_000 && earliest.onsetMillis() <= 12_000, "seed " + seed);
        Situation gathering = first.stream().filter(s -> !isZone(s)).findFirst().orElseThrow();
        assertTrue(Math.abs(gathering.onsetMillis() - 10_000) < 2_500, "seed " + seed);
        assertTrue(gathering.endMillis() > 125_000 && gathering.endMillis() < 150_000, "seed " + seed);
        assertEquals(7, gathering.cast().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 1_000_003})
    void theEdgeIsCrossedWhenTheScriptSays(long seed) {
        DemoScenario scenario = new DemoScenario(seed, 500);
        for (Situation situation : scenario.situations(0, 1_800_000)) {
            if (isZone(situation)) {
                String what = "seed " + seed + " " + situation;
                assertEquals(3, inside(scenario, situation, situation.onsetMillis() - 20), what);
                assertEquals(4, inside(scenario, situation, situation.onsetMillis() + 20), what);
                assertEquals(4, inside(scenario, situation, situation.endMillis() - 20), what);
                assertEquals(3, inside(scenario, situation, situation.endMillis() + 20), what);
                assertTrue(situation.endMillis() - situation.onsetMillis() >= 40_000, what);
            }
        }
    }

    @Test
    void aRunOfAnyLengthKeepsShowingSomething() {
        DemoScenario scenario = new DemoScenario(7, 500);
        for (long minute = 0; minute < 24 * 60; minute += 10) {
            List<Situation> shown = scenario.situations(minute * 60_000, (minute + 10) * 60_000);
            assertTrue(shown.stream().filter(this::isZone).count() >= 8, "minute " + minute);
            assertTrue(shown.stream().anyMatch(s -> !isZone(s)), "minute " + minute);
        }
    }

    @Test
    void waitingIsNeverAGathering() {
        DemoScenario scenario = new DemoScenario(7, 500);
        for (int a = 0; a < scenario.parts(); a++) {
            for (int b = 0; b < a; b++) {
                Place here = motion(scenario, a).placeAt(-20_000_000);
                Place there = motion(scenario, b).placeAt(-20_000_000);
                assertTrue(here.floor() != there.floor() || here.distanceTo(there) > 23, a + " and " + b);
            }
        }
    }

    @Test
    void tenPeopleShowAZoneAndASmallerGathering() {
        List<Situation> shown = new DemoScenario(7, 10).situations(0, 60_000);
        assertEquals(2, shown.size());
        assertTrue(shown.stream().allMatch(s -> s.cast().stream().allMatch(index -> index < 10)));
    }

    private boolean isZone(Situation situation) {
        return situation.kind() == Situation.Kind.CROWDED_ZONE;
    }

    private long inside(DemoScenario scenario, Situation situation, long millis) {
        PlanFence fence = Objects.requireNonNull(fences.get(situation.stage()));
        assertNotNull(fence.limit());
        return situation.cast().stream()
                .map(index -> motion(scenario, index).placeAt(millis))
                .filter(place -> Objects.equals(fence.zone().floor(), (double) place.floor()))
                .filter(place -> fence.zone().shape().signedDistanceMetres(place.x(), place.y()) <= 0)
                .count();
    }

    private static Motion motion(DemoScenario scenario, int person) {
        return Objects.requireNonNull(scenario.motion(person));
    }
}
