package io.muster.simulator.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.plan.PlanFence;
import io.muster.simulator.movement.Motion;
import io.muster.simulator.people.Person;
import io.muster.simulator.plant.DemoPlant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is wrong with the tags of one person, or in one place. */
class TagFaultsTest {
    private static final long MINUTE = Heard.MINUTE;
    private static final RadioOptions PERFECT = RadioOptions.perfect();

    @Test
    void aDeadTagIsSilentForGoodAndSaidSoBefore() {
        Person both = Heard.person(1, Heard.at(0, 0), Heard.uwbTag(1, 0), Heard.bleTag(1));
        List<Person> people = List.of(both, Heard.uwb(2, Heard.at(9, 9)));
        List<Heard> heard = Heard.run(
                people, PERFECT, Heard.faults(people, who(FaultKind.TAG_DEATH, 30 * MINUTE, null, 1)), 60 * MINUTE);
        Set<String> silent = new HashSet<>();
        for (Heard each : heard) {
            if (each.generatedMillis() >= 30 * MINUTE) {
                silent.add(each.tag());
            }
        }
        assertEquals(Set.of(Heard.uwbTag(2, 0).providerId()), silent, "both tags of the first are silent");
        for (String tag :
                List.of(Heard.uwbTag(1, 0).providerId(), Heard.bleTag(1).providerId())) {
            List<Heard> last = Heard.only(
                    Heard.statuses(heard),
                    each -> each.tag().equals(tag)
                            && each.generatedMillis() >= 20 * MINUTE
                            && each.generatedMillis() % MINUTE == 0);
            assertEquals(
                    List.of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1),
                    last.stream()
                            .map(each -> each.value().path("battery_percent").asInt())
                            .toList());
        }
    }

    @Test
    void whoDiesEarlyHasFewLastWords() {
        List<Person> people = List.of(Heard.uwb(1, Heard.at(0, 0)));
        List<Heard> heard = Heard.run(
                people, PERFECT, Heard.faults(people, who(FaultKind.TAG_DEATH, 150_000, null, 1)), 10 * MINUTE);
        assertEquals(
                List.of(30_000L, 90_000L),
                Heard.only(
                                Heard.statuses(heard),
                                // Between them it says how it is as any tag does that was just switched on.
                                each -> each.generatedMillis() % MINUTE == 30_000
                                        && each.value().path("battery_percent").asInt() <= 2)
                        .stream()
                        .map(Heard::generatedMillis)
                        .toList());
        assertEquals(150, Heard.fixes(heard).size());
    }

    @Test
    void swappedTagsShowExactlyWhereTheOtherOneIs() {
        Motion walking = Heard.east();
        Motion standing = Heard.at(500, 40);
        Person blind = Heard.ble(2, standing);
        List<Person> people = List.of(Heard.uwb(1, walking), blind);
        List<Heard> heard = Heard.fixes(Heard.run(
                people, PERFECT, Heard.faults(people, who(FaultKind.TAG_SWAP, MINUTE, 2 * MINUTE, 1, 2)), 5 * MINUTE));
        assertEquals(5 * 60 + 5 * 30, heard.size());
        for (Heard each : heard) {
            boolean swapped = each.generatedMillis() >= MINUTE && each.generatedMillis() < 3 * MINUTE;
            boolean first = each.tag().equals(Heard.uwbTag(1, 0).providerId());
            Motion carrier = first == swapped ? standing : walking;
            assertEquals(carrier.placeAt(each.generatedMillis()).x(), each.x(), 0.0006);
            assertEquals(carrier.placeAt(each.generatedMillis()).y(), each.y(), 0.0006);
        }
    }

    @Test
    void aTagThatAnEventSilencesIsOffTheAirForThatTimeInEveryCycle() {
        List<Person> people = List.of(Heard.uwb(1, Heard.at(0, 0)));
        RadioFaults faults = new RadioFaults(List.of(), people, PERFECT, Map.of(), 2 * MINUTE)
                .withSilences(
                        Map.of("person#1", cycle -> cycle == 1 ? List.of() : List.of(new Interval(30_000, 50_000))));
        List<Heard> heard = Heard.fixes(Heard.run(people, PERFECT, faults, 6 * MINUTE));
        assertEquals(6 * 60 - 2 * 20, heard.size());
        for (Heard each : heard) {
            long at = each.generatedMillis();
            assertTrue(
                    (at >= 2 * MINUTE && at < 4 * MINUTE) || at % (2 * MINUTE) < 30_000 || at % (2 * MINUTE) >= 50_000);
        }
    }

    @Test
    void nothingIsHeardOfWhoIsAbsentAndTheFirstFixComesWithinAPeriodOfTheReturn() {
        for (int number = 1; number <= 50; number++) {
            Motion away = (millis, out) -> {
                out.x = 1;
                out.y = 2;
                out.floor = 0;
                out.absent = millis >= 10 * MINUTE && millis < 25 * MINUTE;
            };
            Person person = number % 2 == 0 ? Heard.ble(number, away) : Heard.uwb(number, away);
            List<Heard> heard = Heard.run(List.of(person), PERFECT, RadioFaults.none(), 40 * MINUTE);
            for (Heard each : heard) {
                assertTrue(each.generatedMillis() < 10 * MINUTE || each.generatedMillis() >= 25 * MINUTE);
            }
            long period = number % 2 == 0 ? 2_000 : 1_000;
            long back = Heard.fixes(heard).stream()
                    .mapToLong(Heard::generatedMillis)
                    .filter(at -> at >= 25 * MINUTE)
                    .findFirst()
                    .orElseThrow();
            assertTrue(back < 25 * MINUTE + period, "back at " + back);
        }
    }

    @Test
    void twoTagsOfOnePersonErrApart() {
        Person two = Heard.person(1, Heard.at(0, 0), Heard.uwbTag(1, 0), Heard.uwbTag(1, 1));
        RadioOptions noisy = PERFECT.withUwb(Ranging.noise(1000, 0.3, 0.7, 0.5).withBiasMetres(2));
        List<Heard> heard = Heard.fixes(Heard.run(List.of(two), noisy, RadioFaults.none(), 200 * MINUTE));
        List<Heard> first =
                Heard.only(heard, each -> each.tag().equals(Heard.uwbTag(1, 0).providerId()));
        List<Heard> second =
                Heard.only(heard, each -> each.tag().equals(Heard.uwbTag(1, 1).providerId()));
        assertEquals(200 * 60, first.size());
        assertEquals(200 * 60, second.size());
        double meanX = mean(first, true);
        double meanOther = mean(second, true);
        assertEquals(2, Math.hypot(meanX, mean(first, false)), 0.03, "bias, seed 7");
        assertEquals(2, Math.hypot(meanOther, mean(second, false)), 0.03, "bias, seed 7");
        assertTrue(Math.abs(meanX - meanOther) > 0.1, "other directions, seed 7");
        double product = 0;
        for (int i = 0; i < first.size(); i++) {
            product += (first.get(i).x() - meanX) * (second.get(i).x() - meanOther);
        }
        assertEquals(0, product / first.size() / 0.09, 0.05, "noise of its own, seed 7");
    }

    @Test
    void aBlindSpotLosesExactlyWhatIsSentInsideWhileItLasts() {
        List<Person> people = List.of(Heard.uwb(1, Heard.east()));
        RadioFaults faults = new RadioFaults(
                List.of(new Fault(FaultKind.BLIND_SPOT, MINUTE, 2 * MINUTE, null, "pit", List.of(), 1, 0, 0, 1)),
                people,
                PERFECT,
                Map.of("pit", (x, y, floor) -> (floor == 0 && x >= 30 && x < 80) || (x >= 100 && x < 110)),
                Long.MAX_VALUE);
        RadioOptions noisy = PERFECT.withUwb(Ranging.noise(1000, 3, 0.7, 0.5));
        List<Heard> all = Heard.run(people, noisy, RadioFaults.none(), 5 * MINUTE);
        List<Heard> heard = Heard.run(people, noisy, faults, 5 * MINUTE);
        // At 1 m/s the true x in metres is the time in seconds: inside from 60 s (the fault begins) to 80 s, and from
        // 100 s to 110 s.
        assertEquals(
                Heard.only(
                                all,
                                each -> !(new Interval(60_000, 80_000).contains(each.generatedMillis())
                                        || new Interval(100_000, 110_000).contains(each.generatedMillis())))
                        .stream()
                        .map(Heard::text)
                        .toList(),
                heard.stream().map(Heard::text).toList());
        assertEquals(5 * 60 - 30, Heard.fixes(heard).size());
    }

    @Test
    void aDimSpotLosesItsShare() {
        List<Person> people = List.of(Heard.uwb(1, Heard.at(0, 0)), Heard.uwb(2, Heard.at(50, 0)));
        RadioFaults faults = new RadioFaults(
                List.of(new Fault(FaultKind.BLIND_SPOT, 0, null, null, "pit", List.of(), 0.4, 0, 0, 1)),
                people,
                PERFECT,
                Map.of("pit", (x, y, floor) -> x < 10),
                Long.MAX_VALUE);
        List<Heard> heard = Heard.fixes(Heard.run(people, PERFECT, faults, 600 * MINUTE));
        int inside = Heard.only(heard, each -> each.x() == 0).size();
        assertEquals(36_000, heard.size() - inside);
        assertEquals(0.6, inside / 36_000.0, 0.008, "seed 7");
    }

    @Test
    void aZoneOfThePlanIsTestedByItsOutlineAndItsFloor() {
        for (PlanFence fence : DemoPlant.plan("demo").fences()) {
            double[] centre = fence.zone().shape().centroid();
            Double only = fence.zone().floor();
            int floor = only == null ? 0 : only.intValue();
            ZoneTest test = ZoneTest.of(fence);
            assertTrue(test.contains(centre[0], centre[1], floor), fence.foreignId());
            assertTrue(!test.contains(centre[0] + 10_000, centre[1], floor), fence.foreignId());
            assertEquals(only == null, test.contains(centre[0], centre[1], floor + 1), fence.foreignId());
        }
    }

    private static double mean(List<Heard> fixes, boolean x) {
        return fixes.stream()
                .mapToDouble(each -> x ? each.x() : each.y())
                .average()
                .orElseThrow();
    }

    private static Fault who(FaultKind kind, long at, @Nullable Long length, int... numbers) {
        return new Fault(
                kind,
                at,
                length,
                null,
                null,
                Arrays.stream(numbers).mapToObj(number -> "person#" + number).toList(),
                0,
                0,
                0,
                1);
    }
}
