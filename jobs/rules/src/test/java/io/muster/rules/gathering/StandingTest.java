package io.muster.rules.gathering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.rules.gathering.Person.Spot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where people were between two samples, and since when they were together. */
class StandingTest {
    private static final Nearness NEARNESS = new Nearness(GatheringOptions.cycle(2_000));

    private static Person person(String id, Spot... spots) {
        return new Person(id, "tag", 1, 2, List.of(), "v1", 0, List.of(spots));
    }

    private static Spot spot(double x, long millis) {
        return new Spot(x, 2 * x, x / 8, millis);
    }

    @Test
    void whoWalksIsOnTheLineBetween() {
        Person walker = person("A", spot(0, 1_000), spot(1, 3_000), spot(2, 5_000));
        assertEquals(null, Standing.at(walker, 999));
        assertEquals(new Standing(walker, 0, 0, 0, 2), Standing.at(walker, 1_000));
        assertEquals(new Standing(walker, 0.25, 0.5, 0.03125, 2), Standing.at(walker, 1_500));
        assertEquals(new Standing(walker, 1.5, 3, 0.1875, 2), Standing.at(walker, 4_000));
        assertEquals(new Standing(walker, 2, 4, 0.25, 2), Standing.at(walker, 5_000));
        assertEquals(new Standing(walker, 2, 4, 0.25, 2), Standing.at(walker, 9_000));
        assertEquals(Standing.at(walker, 9_000), Standing.now(walker));
    }

    /** 3 m/s is a walk, more is a jump: there until the sample says otherwise. */
    @Test
    void whoJumpsIsWhereTheyWere() {
        Person jumper = person("A", new Spot(0, 0, 0, 0), new Spot(6.25, 0, 0, 2_000), new Spot(12, 0, 0, 4_000));
        assertEquals(new Standing(jumper, 0, 0, 0, 2), Standing.at(jumper, 1_999));
        assertEquals(new Standing(jumper, 9.125, 0, 0, 2), Standing.at(jumper, 3_000));
    }

    @Test
    void theOnsetIsTheMomentBetweenTwoSamples() {
        Person centre = person("A", new Spot(0, 0, 0, 0), new Spot(0, 0, 0, 10_000));
        Person near = person("B", new Spot(1, 0, 0, 0), new Spot(1, 0, 0, 10_000));
        // 15 m away at 8.5 s.
        Person comes = person("C", new Spot(16, 0, 0, 8_000), new Spot(14, 0, 0, 9_000), new Spot(13, 0, 0, 10_000));
        long onset = Onset.millis(centre, List.of(centre, near, comes), NEARNESS, 3, 10_400);
        assertEquals(8_500.0, (double) onset, 100.0);
        // By what may have been: 15 m and half a sigma.
        Person doubtful = person("C", new Spot(16, 0, 1, 8_000), new Spot(14, 0, 1, 9_000), new Spot(13, 0, 1, 10_000));
        assertEquals(
                8_240.0, (double) Onset.millis(centre, List.of(centre, near, doubtful), NEARNESS, 3, 10_400), 100.0);
    }

    @Test
    void theOnsetIsNotFurtherBackThanFiveSeconds() {
        Spot[] spots = new Spot[11];
        for (int i = 0; i <= 10; i++) {
            spots[i] = new Spot(0, 0, 0, i * 1_000L);
        }
        Person a = person("A", spots);
        List<Person> three = List.of(a, person("B", spots), person("C", spots));
        assertEquals(6_000, Onset.millis(a, three, NEARNESS, 3, 10_400));
        assertEquals(6_000, Onset.millis(a, three, NEARNESS, 3, 10_999));
        assertEquals(7_000, Onset.millis(a, three, NEARNESS, 3, 11_000 + 999));
        assertEquals(95_000, Onset.millis(a, three, NEARNESS, 3, 100_000), "nobody was heard lately");
    }
}
