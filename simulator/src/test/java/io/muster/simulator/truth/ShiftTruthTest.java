package io.muster.simulator.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.event.GateTrick;
import io.muster.simulator.event.Played;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.people.Tag;
import io.muster.simulator.radio.Interval;
import io.muster.simulator.scenario.Event;
import io.muster.simulator.scenario.EventKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftTruthTest {
    private static final String HAZARD = "\"role\": \"hazard\", \"limit\": 3, \"legal_basis\": \"PF-4b\"";

    /** A hazard of 60 m by 60 m with three people in its corners, so that nobody gathers. */
    private static Yard unit() {
        return unit(HAZARD);
    }

    private static Yard unit(String muster) {
        return new Yard()
                .box("unit", 0, 0, 60, 60, muster)
                .standing(5, 5)
                .standing(55, 5)
                .standing(5, 55);
    }

    /** Comes to (50, 50) over the eastern edge, which is half of the way. */
    private static Timeline fourth(long in, long out) {
        return Yard.there(Place.ground(70, 50), Place.ground(50, 50), in, out);
    }

    /** Goes 3 m deep only, so that it can be out again soon. */
    private static Timeline shortly(long in, long out) {
        return Yard.there(Place.ground(63, 50), Place.ground(57, 50), in, out);
    }

    @Test
    void overCapacityBeginsWhenTheOneTooManyCrossesTheOutline() {
        assertEquals(
                List.of("over_capacity unit 100123 due 105123 end 200457 p0,p1,p2,p3"),
                unit().person(fourth(100_123, 200_456)).alarms(600_000));
    }

    @Test
    void whatHasNotEndedHasNoEndAndWhatIsDueLaterIsTolerated() {
        assertEquals(
                List.of("over_capacity unit 100000 due 105000 end - p0,p1,p2,p3"),
                unit().person(fourth(100_000, 200_000)).alarms(150_000));
        assertEquals(
                List.of("over_capacity unit 100000 due 105000 end - p0,p1,p2,p3 tolerated"),
                unit().person(fourth(100_000, 200_000)).alarms(104_999));
        assertEquals(List.of(), unit().person(fourth(100_000, 200_000)).alarms(90_000));
    }

    @Test
    void onTheEdgeOrForAFewSecondsItIsTolerated() {
        // 59 m: 1 m from the edge, where nobody can say on which side the radio sees it.
        Timeline edge = Yard.there(Place.ground(61, 50), Place.ground(59, 50), 100_000, 200_000);
        assertEquals(
                List.of("over_capacity unit 0 due 5000 end - p0,p1,p2,p3 tolerated"),
                unit().person(edge).alarms(600_000));
        assertEquals(
                List.of("over_capacity unit 98500 due 103500 end 113501 p0,p1,p2,p3 tolerated"),
                unit().person(shortly(100_000, 112_000)).alarms(600_000));
    }

    @Test
    void onlyCountedPersonTypesCount() {
        Timeline way = fourth(100_000, 200_000);
        String counted = HAZARD + ", \"counted_person_types\": [\"01\", \"02\"]";
        assertEquals(
                List.of(), unit(counted).person("03", Tag.Technology.UWB, way).alarms(600_000));
        assertEquals(
                1,
                unit(counted)
                        .person("02", Tag.Technology.UWB, way)
                        .alarms(600_000)
                        .size());
    }

    @Test
    void bleNeedsToBeDeeperInside() {
        // 10 m inside is enough for 7.5 m of margin, but it is clear 7.5 s after the crossing only.
        assertEquals(
                List.of(
                        "over_capacity unit 107500 due 112500 end 200001 p0,p1,p2,p3",
                        "over_capacity unit 92500 due 97500 end 107500 p0,p1,p2,p3 tolerated"),
                unit().person("01", Tag.Technology.BLE, fourth(100_000, 200_000)).alarms(600_000).stream()
                        .sorted()
                        .toList());
    }

    @Test
    void aRadioInDoubtPutsTheTruthOffUntilItSeesClearly() {
        Yard yard = unit().person(fourth(100_000, 200_000));
        yard.doubts = (person, from, until) -> person.index() == 3 ? List.of(new Interval(98_000, 120_000)) : List.of();
        assertEquals(
                List.of(
                        "over_capacity unit 125000 due 130000 end 200001 p0,p1,p2,p3",
                        "over_capacity unit 98500 due 103500 end 125000 p0,p1,p2,p3 tolerated"),
                crowds(yard));
        // Until shortly before the end there is no time to see it.
        yard.doubts = (person, from, until) -> person.index() == 3 ? List.of(new Interval(98_000, 180_000)) : List.of();
        assertEquals(List.of("over_capacity unit 98500 due 103500 end 201501 p0,p1,p2,p3 tolerated"), crowds(yard));
        // Somebody who is not needed may be in doubt.
        yard.standing(30, 20);
        assertEquals(List.of("over_capacity unit 0 due 5000 end - p0,p1,p2,p3,p4"), crowds(yard));
    }

    private static List<String> crowds(Yard yard) {
        return yard.alarms(600_000).stream()
                .filter(line -> line.startsWith("over_capacity"))
                .sorted()
                .toList();
    }

    @Test
    void aStayInAForbiddenPlaceIsABoundaryAlarm() {
        Yard yard = new Yard().box("pit", 0, 0, 60, 60, "\"role\": \"forbidden\"");
        yard.person(fourth(100_000, 200_000)).person(shortly(300_000, 306_000));
        assertEquals(
                List.of(
                        "boundary p0 100000 due 105000 end 200001 p0",
                        "boundary p1 298500 due 303500 end 307501 p1 tolerated"),
                yard.alarms(600_000));
    }

    @Test
    void aPostWithTooFewIsUnderStaffedAfterFiveMinutes() {
        String post = "\"role\": \"post\", \"minimum\": 1";
        Timeline away = Yard.there(Place.ground(50, 50), Place.ground(70, 50), 100_000, 500_000);
        Timeline back = Yard.there(Place.ground(50, 50), Place.ground(70, 50), 100_000, 300_000);
        assertEquals(
                List.of("under_staffed post 100001 due 405001 end 500000 "),
                new Yard().box("post", 0, 0, 60, 60, post).person(away).alarms(900_000));
        assertEquals(
                List.of(),
                new Yard().box("post", 0, 0, 60, 60, post).person(back).alarms(900_000));
    }

    @Test
    void whoStaysTooLongAndWhoLiesStillIsTold() {
        String words =
                "\"role\": \"hazard\", \"limit\": 9, \"legal_basis\": \"PF-4b\", \"overstay_ms\": 200000, \"motionless_ms\": 60000";
        Timeline way = Timeline.from(Place.ground(70, 50), 0)
                .standUntil(90_000)
                .walkTo(Place.ground(50, 50), 1)
                .lieUntil(200_000)
                .standUntil(390_000)
                .walkTo(Place.ground(70, 50), 1)
                .build();
        assertEquals(
                List.of("overstay p0 100000 due 305000 end 400001 p0", "motionless p0 117000 due 182000 end 200000 p0"),
                new Yard().box("unit", 0, 0, 60, 60, words).person(way).alarms(900_000));
    }

    @Test
    void whoTurnsRoundInAGatePassesNothing() {
        Yard yard = new Yard()
                .box("area", 0, 0, 100, 100, "\"role\": \"production\"")
                .box("gate", 95, 45, 10, 10, "\"role\": \"gate\"");
        yard.person(Yard.there(Place.ground(110, 50), Place.ground(90, 50), 100_000, 200_000));
        yard.person(Yard.there(Place.ground(110, 50), Place.ground(102, 50), 100_000, 200_000));
        assertEquals(
                List.of("IN 100000 [p0] true", "OUT 200001 [p0] true"),
                yard.keeper().truth(600_000, 0).passes().stream()
                        .map(pass -> pass.direction() + " " + pass.onset().toEpochMilli() + " " + pass.trackableIds()
                                + " " + pass.recorded())
                        .toList());
    }

    private static Played played(EventKind kind, String zone, long at, long forMillis, List<GateTrick> tricks) {
        Event event = new Event(
                kind, at, null, forMillis, zone, null, null, List.of(), 0, List.of(), null, List.of(), 0, false, null,
                null, 1);
        return new Played(event, at, List.of(), List.of(), List.of(), tricks, List.of());
    }

    @Test
    void aTailgaterPassesWithoutARecordInThatTimeOnly() {
        Yard yard = new Yard()
                .box("area", 0, 0, 100, 100, "\"role\": \"production\"")
                .box("gate", 95, 45, 10, 10, "\"role\": \"gate\"");
        yard.person(Yard.there(Place.ground(110, 50), Place.ground(90, 50), 100_000, 200_000));
        GateTrick trick = new GateTrick("person#1", "gate", 90_000, 110_000, GateTrick.Kind.UNRECORDED);
        yard.played = List.of(played(EventKind.TAILGATING, "gate", 100_000, 0, List.of(trick)));
        assertEquals(
                List.of(false, true),
                yard.keeper().truth(600_000, 0).passes().stream()
                        .map(GatePass::recorded)
                        .toList());
    }

    @Test
    void whileAUnitIsShutDownTooManyAreTolerated() {
        Yard yard = unit().person(fourth(100_000, 200_000));
        yard.played = List.of(played(EventKind.UNIT_SHUTDOWN, "unit", 50_000, 200_000, List.of()));
        assertEquals(
                List.of("over_capacity unit 100000 due 105000 end 200001 p0,p1,p2,p3 tolerated"), yard.alarms(600_000));
    }

    @Test
    void presencesTellWhoIsInAndWhoMayBe() {
        Yard yard = new Yard().box("unit", 0, 0, 60, 60, HAZARD).person(fourth(100_000, 200_000));
        assertEquals(
                List.of("98500-101500 may", "100000-200001 is", "198501-201501 may"),
                yard.keeper().truth(600_000, 0).presences().stream()
                        .map(ShiftTruthTest::words)
                        .toList());
    }

    private static String words(Presence presence) {
        var end = presence.end();
        return presence.onset().toEpochMilli() + "-" + (end == null ? "" : end.toEpochMilli())
                + (presence.tolerated() ? " may" : " is");
    }

    @Test
    void askedOnceOrOftenItIsTheSameAndNeverGoesBack() {
        Yard yard = unit().lasting(250_000).person(fourth(100_000, 200_000));
        yard.standing(20, 200)
                .standing(25, 200)
                .person(Yard.there(Place.ground(22, 240), Place.ground(22, 200), 50_000, 150_000));
        ShiftTruth often = yard.keeper();
        for (long millis = 5_000; millis < 600_000; millis += 5_000) {
            often.truth(millis, 0);
        }
        Truth once = yard.keeper().truth(600_000, 0);
        assertEquals(once, often.truth(600_000, 0));
        assertTrue(once.alarms().size() >= 4, once.alarms().toString());
        assertThrows(IllegalArgumentException.class, () -> often.truth(20_000, 0));
    }
}
