package io.muster.simulator.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.Level;
import io.muster.contract.value.TruthLine;
import io.muster.simulator.Simulation;
import io.muster.simulator.SimulationOptions;
import io.muster.simulator.movement.Motion;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Standing;
import io.muster.simulator.movement.Sway;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Tag;
import io.muster.simulator.plant.DemoPlant;
import io.muster.simulator.scenario.DemoScenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruthKeeperTest {
    private static final long END = 900_000;

    /** The audit knows nothing of the script: what it sees must be what was written. */
    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void theAuditSeesEveryScriptedSituationWhenItHappens(long seed) {
        Simulation plant = Simulation.of(SimulationOptions.file("demo", END).withSeed(seed));
        List<Fact> written = plant.truthKeeper().facts(END);
        List<Fact> seen = plant.truthKeeper().audited(END);
        int checked = 0;
        for (Fact fact : written) {
            if (fact.tolerated() || fact.endMillis() == Long.MAX_VALUE) {
                continue;
            }
            List<Fact> same = seen.stream()
                    .filter(other -> other.kind() == fact.kind()
                            && !other.tolerated()
                            && Math.abs(other.onsetMillis() - fact.onsetMillis()) <= 6_000
                            && Math.abs(other.endMillis() - fact.endMillis()) <= 6_000
                            && other.trackableIds().containsAll(fact.trackableIds()))
                    .toList();
            assertEquals(1, same.size(), "seed " + seed + ": " + fact + " among " + seen);
            checked++;
        }
        assertTrue(checked >= 15, "seed " + seed + ": " + checked);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void littleIsTolerated(long seed) {
        List<Fact> facts = Simulation.of(SimulationOptions.file("demo", END).withSeed(seed))
                .truthKeeper()
                .facts(END);
        long sure = facts.stream().filter(fact -> !fact.tolerated()).count();
        assertTrue(facts.size() - sure <= sure / 3, "seed " + seed + ": " + facts);
    }

    @Test
    void truthIsTheSameWhetherAskedForOnceOrOftenAndWhatComesDueLaterIsTolerated() {
        Simulation plant = Simulation.of(SimulationOptions.file("demo", END));
        TruthKeeper often = plant.truthKeeper();
        for (long millis = 5_000; millis < 150_000; millis += 5_000) {
            long until = millis;
            assertTrue(often.facts(millis).stream().allMatch(f -> f.tolerated() || f.dueMillis() <= until));
        }
        assertEquals(plant.truthKeeper().facts(150_000), often.facts(150_000));
        assertThrows(IllegalArgumentException.class, () -> often.facts(20_000));
    }

    @Test
    void theFirstTwoAndAHalfMinutesHoldARedGathering() {
        Simulation plant = Simulation.of(SimulationOptions.file("demo", 150_000));
        TruthLine gathering = plant.truthKeeper().truth(150_000, 0).stream()
                .filter(line -> line.kind() == AlarmKind.GATHERING && !line.tolerated())
                .findFirst()
                .orElseThrow();
        assertEquals(Level.RED, gathering.level());
        assertEquals(7, gathering.trackableIds().size());
        assertTrue(Math.abs(gathering.onset().toEpochMilli() - 10_000) < 2_500);
    }

    @Test
    void threeWhoStandTogetherByAccidentAreATruth() {
        List<Fact> facts = audit(standing(700, 100, 0), standing(708, 100, 1), standing(704, 106, 2));
        assertEquals(1, facts.size());
        assertEquals(false, facts.get(0).tolerated());
        assertEquals(0, facts.get(0).onsetMillis());
    }

    @Test
    void threeAtTheLegalDistanceAreTolerated() {
        List<Fact> facts = audit(standing(700, 120, 0), standing(715, 120, 1), standing(685, 120, 2));
        assertEquals(List.of(true), facts.stream().map(Fact::tolerated).toList());
    }

    @Test
    void threeFurtherApartAreNothing() {
        assertEquals(List.of(), audit(standing(700, 120, 0), standing(718, 120, 1), standing(682, 120, 2)));
    }

    @Test
    void threeForAMinuteAreToleratedAndForLessAreNothing() {
        assertEquals(
                List.of(true),
                audit(standing(700, 120, 0), standing(705, 120, 1), visitor(60_000)).stream()
                        .map(Fact::tolerated)
                        .toList());
        assertEquals(List.of(), audit(standing(700, 120, 0), standing(705, 120, 1), visitor(20_000)));
    }

    @Test
    void theCanteenIsExemptAndTheFloorAboveIsAnotherPlace() {
        assertEquals(List.of(), audit(standing(240, 70, 0), standing(244, 70, 1), standing(240, 75, 2)));
        Person above = person(2, new Standing(new Place(704, 120, 1), Sway.none()));
        assertEquals(List.of(), audit(standing(700, 120, 0), standing(705, 120, 1), above));
    }

    @Test
    void fourInAZoneAreATruthAndOneOfThemOnTheEdgeIsTolerated() {
        Person edge = standing(100.5, 360, 3);
        Person inside = standing(103, 360, 3);
        Person[] three = {standing(140, 335, 0), standing(175, 335, 1), standing(140, 380, 2)};
        assertEquals(
                List.of(true),
                audit(three[0], three[1], three[2], edge).stream()
                        .map(Fact::tolerated)
                        .toList());
        assertEquals(
                List.of(false),
                audit(three[0], three[1], three[2], inside).stream()
                        .map(Fact::tolerated)
                        .toList());
    }

    @Test
    void aTruthFileComesBackAsItWasWritten(@TempDir Path folder) throws IOException {
        List<TruthLine> lines =
                Simulation.of(SimulationOptions.file("demo", END)).truthKeeper().truth(150_000, 1_000_000);
        Path file = folder.resolve("truth.jsonl");
        TruthFile.write(file, lines);
        assertEquals(Truth.of(lines), TruthFile.read(file));
    }

    /** Two minutes of these people alone, without a script. */
    private static List<Fact> audit(Person... people) {
        return new TruthKeeper(DemoPlant.plan("demo"), List.of(people), new DemoScenario(7, 0)).facts(120_000);
    }

    private static Person standing(double x, double y, int index) {
        return person(index, new Standing(Place.ground(x, y), Sway.none()));
    }

    /** Comes from 40 m away, stays, leaves. */
    private static Person visitor(long stay) {
        Place away = Place.ground(702, 160);
        Place there = Place.ground(702, 121);
        Timeline way = Timeline.from(away, 0)
                .walkTo(there, 1.6)
                .standFor(stay)
                .walkTo(away, 1.6)
                .build();
        return person(2, (millis, out) -> way.at(millis, Sway.none(), out));
    }

    private static Person person(int index, Motion motion) {
        String id = "00000000-0000-5000-8000-00000000000" + index;
        return new Person(index, id, null, "hse", "01", List.of(new Tag("T" + index, Tag.Technology.UWB)), motion);
    }

    @Test
    void idsOfIncidentalGatheringsDiffer() {
        List<Person> six = new ArrayList<>();
        IntStream.range(0, 3).forEach(i -> six.add(standing(700 + 4 * i, 120, i)));
        IntStream.range(3, 6).forEach(i -> six.add(standing(790 + 4 * i, 120, i)));
        List<Fact> facts = audit(six.toArray(new Person[0]));
        assertEquals(2, facts.stream().map(Fact::trackableIds).distinct().count());
        assertEquals(2, facts.stream().map(Fact::subject).distinct().count(), facts.toString());
    }
}
