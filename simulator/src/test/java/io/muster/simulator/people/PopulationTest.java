package io.muster.simulator.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.people.PeopleFaults;
import io.muster.contract.people.PeopleReader;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.simulator.movement.Place;
import io.muster.simulator.plant.DemoPlant;
import io.muster.simulator.scenario.DemoScenario;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final long SEED = 7;
    private final List<Person> people = Population.of(SEED, "demo", 500);
    private final int parts = new DemoScenario(SEED, 500).parts();

    @Test
    void aWalkDependsOnSeedAndPersonOnly() {
        List<Person> few = Population.of(SEED, "demo", 50);
        for (int i = 0; i < 50; i++) {
            for (long millis = 0; millis < 600_000; millis += 7_300) {
                assertEquals(
                        people.get(i).motion().placeAt(millis),
                        few.get(i).motion().placeAt(millis),
                        "seed 7, person " + i + " at " + millis);
            }
            assertEquals(people.get(i).tags(), few.get(i).tags());
            assertEquals(people.get(i).name(), few.get(i).name());
        }
    }

    @Test
    void anotherSeedIsAnotherDay() {
        List<Person> other = Population.of(SEED + 1, "demo", 500);
        long same = people.stream()
                .filter(person -> person.motion()
                        .placeAt(60_000)
                        .equals(other.get(person.index()).motion().placeAt(60_000)))
                .count();
        assertEquals(0, same);
    }

    @Test
    void everybodyMovesAsPeopleDo() {
        for (Person person : people) {
            Place before = person.motion().placeAt(0);
            for (long millis = 500; millis < 900_000; millis += 500) {
                Place now = person.motion().placeAt(millis);
                // 1.6 m/s and the sway; nobody jumps.
                assertTrue(now.distanceTo(before) <= 0.5 * 1.75, "seed 7, person " + person.index() + " at " + millis);
                before = now;
            }
        }
    }

    @Test
    void onlyWhoHasAPartEverCrossesTheEdgeOfAHazardZoneAndNoneHoldsMoreThanTwoOthers() {
        Plan plan = DemoPlant.plan("demo");
        List<PlanFence> hazards =
                plan.fences().stream().filter(fence -> fence.limit() != null).toList();
        for (PlanFence fence : hazards) {
            long inside = 0;
            for (Person person : people.subList(parts, people.size())) {
                boolean in = isIn(fence, person, 0);
                inside += in ? 1 : 0;
                for (long millis = 0; millis < 3_600_000 && !person.motion().stays(); millis += 10_000) {
                    assertEquals(in, isIn(fence, person, millis), "seed 7, person " + person.index());
                }
            }
            assertTrue(inside <= 2, fence.foreignId() + " holds " + inside);
        }
    }

    @Test
    void fewWalkAtOnce() {
        for (long millis = 0; millis < 3_600_000; millis += 60_000) {
            long at = millis;
            long walking = people.stream()
                    .filter(person -> person.motion()
                                    .placeAt(at)
                                    .distanceTo(person.motion().placeAt(at + 1_000))
                            > 0.5)
                    .count();
            assertTrue(walking <= 40, walking + " at " + at);
        }
    }

    @Test
    void tagsAreMixedAndThoseWithAPartCarryUwbAlone() {
        double size = people.size() - parts;
        List<Person> others = people.subList(parts, people.size());
        double uwb =
                others.stream().filter(p -> p.hasUwb() && p.tags().size() == 1).count() / size;
        double ble = others.stream().filter(p -> !p.hasUwb()).count() / size;
        double both = others.stream().filter(p -> p.tags().size() == 2).count() / size;
        assertEquals(0.70, uwb, 0.07, "seed 7");
        assertEquals(0.14, ble, 0.05, "seed 7");
        assertEquals(0.15, both, 0.05, "seed 7");
        people.subList(0, parts).forEach(p -> assertTrue(p.hasUwb() && p.tags().size() == 1));
        Set<String> ids = new HashSet<>();
        people.forEach(p -> p.tags().forEach(tag -> assertTrue(ids.add(tag.providerId()))));
    }

    @Test
    void theContractTakesTheRoster() throws PeopleFaults {
        List<io.muster.contract.people.Person> read = PeopleReader.read("people.jsonl", Roster.jsonl(people));
        assertEquals(
                people.stream().map(Person::id).toList(),
                read.stream().map(p -> p.id()).toList());
        assertEquals(people.get(3).personType(), read.get(3).personType());
        assertEquals(people.get(3).department(), read.get(3).department());
        assertNotEquals(
                people.get(3).id(), Population.of(SEED, "north", 10).get(3).id());
    }

    private static boolean isIn(PlanFence fence, Person person, long millis) {
        Place place = person.motion().placeAt(millis);
        Double floor = fence.zone().floor();
        return (floor == null || floor == place.floor())
                && fence.zone().shape().signedDistanceMetres(place.x(), place.y()) <= 0;
    }
}
