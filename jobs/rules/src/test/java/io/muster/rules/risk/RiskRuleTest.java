package io.muster.rules.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.alarm.Finding;
import io.muster.rules.context.Evacuation;
import io.muster.rules.context.Permit;
import io.muster.rules.gathering.GatheringChange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskRuleTest {

    private static Surroundings site() {
        return new Surroundings();
    }

    @ParameterizedTest
    @CsvSource({"3,yellow", "4,orange", "6,orange", "7,red"})
    void whereNothingSurroundsItTheCountSaysAll(int count, String level) {
        Surroundings site = site().at(61).gathering("g", GatheringChange.Type.START, count, "yard");
        assertEquals(List.of("61 " + level + " []"), site.story());
        assertEquals(level, site.last().level());
        assertEquals(level, site.last().baseLevel());
        assertEquals(1, site.last().seq());
    }

    /** The matrix of counts and colours: from the first moment, and after five minutes. */
    @ParameterizedTest
    @CsvSource({
        "3,blue,yellow,yellow",
        "3,yellow,yellow,yellow",
        "3,orange,yellow,orange",
        "3,red,orange,orange",
        "5,blue,orange,orange",
        "5,orange,orange,red",
        "5,red,red,red",
        "7,orange,red,red",
        "7,red,red,red"
    })
    void theColourOfTheZoneRaises(int count, String colour, String atOnce, String later) {
        Surroundings site = site().zone("z", colour, null);
        assertEquals(
                atOnce,
                site.at(299)
                        .gathering("g", GatheringChange.Type.START, count, "z")
                        .last()
                        .level());
        assertEquals(
                later,
                site.at(300)
                        .gathering("g", GatheringChange.Type.ONGOING, count, "z")
                        .last()
                        .level());
        assertEquals(
                count >= 7 ? "red" : count >= 4 ? "orange" : "yellow",
                site.last().baseLevel());
    }

    @ParameterizedTest
    @CsvSource({"1,orange,orange", "2,orange,orange", "3,yellow,orange", "4,yellow,orange"})
    void theClassOfTheUnitRaises(int unitClass, String atOnce, String later) {
        Surroundings site = site().zone("z", null, unitClass);
        assertEquals(
                atOnce,
                site.at(61)
                        .gathering("g", GatheringChange.Type.START, 3, "z")
                        .last()
                        .level());
        assertEquals(
                later,
                site.at(300)
                        .gathering("g", GatheringChange.Type.ONGOING, 3, "z")
                        .last()
                        .level());
        assertEquals(
                List.of((unitClass < 3 ? "zone z" : "zone_lasting z") + " (unit class " + unitClass + ")"),
                site.last().reasons());
    }

    @Test
    void raisesDoNotAddUpAndEachIsNamed() {
        Surroundings site = site().zone("z", "red", 1)
                .permit("p", "01", "2", "z", "W1")
                .at(61)
                .gathering("g", GatheringChange.Type.START, 3, "z");
        assertEquals("orange", site.last().level());
        assertEquals(
                List.of("permit p (names 1)", "zone z (red)", "zone z (unit class 1)"),
                site.last().reasons());
        assertEquals(site.last().reasons(), site.findings().get(0).reasons());
        assertEquals(List.of("p"), site.last().permitIds());
    }

    @ParameterizedTest
    @CsvSource({
        "01,2,3,1",
        "02,2,3,1",
        "03,2,3,1",
        "50,2,3,1",
        "61,2,3,1",
        "62,2,3,1",
        "63,2,3,1",
        "70,2,3,1",
        "10,2,3,0",
        "21,2,3,0",
        "30,2,3,0",
        "01,1,3,0",
        "01,3,3,0",
        "01,6,3,0",
        "01,2,4,0"
    })
    void moreThanAPermitNames(String type, String status, int named, int raised) {
        String[] workers = {"W1", "W2", "W3", "W4"};
        Surroundings site = site().permit("p", type, status, "z", java.util.Arrays.copyOf(workers, named))
                .at(61)
                .gathering("g", GatheringChange.Type.START, 4, "z");
        assertEquals(raised == 1 ? "red" : "orange", site.last().level());
        assertEquals(
                raised == 1 ? List.of("permit p (names 3)") : List.of(),
                site.last().reasons());
        assertEquals(status.equals("2") ? List.of("p") : List.of(), site.last().permitIds());
    }

    @Test
    void guardianAndApproverAreNamedToo() {
        Surroundings site = site().give(
                        new Permit("p", "01", "2", 0, 600_000, "z", null, null, null, "G", List.of("W1", "G"), "A"))
                .at(61)
                .gathering("g", GatheringChange.Type.START, 3, "z");
        assertEquals("yellow", site.last().level());
        assertEquals(
                "red",
                site.at(62)
                        .gathering("g", GatheringChange.Type.ONGOING, 4, "z")
                        .last()
                        .level());
    }

    /** People stand from 0 m to 2 m. Hot work reaches 15 m, or its own radius where that is more; other work its radius. */
    @ParameterizedTest
    @CsvSource({
        "01,,16.9,1",
        "01,,17.1,0",
        "01,5,16.9,1",
        "01,20,21.9,1",
        "01,20,22.1,0",
        "70,5,6.9,1",
        "70,5,7.1,0",
        "70,,2.1,0"
    })
    void thePlaceOfAPermit(String type, @Nullable Double radius, double x, int there) {
        Surroundings site = site().give(
                        new Permit("p", type, "2", 0, 600_000, null, x, 0.0, radius, null, List.of(), null))
                .at(61)
                .gathering("g", GatheringChange.Type.START, 3);
        assertEquals(there == 1 ? List.of("p") : List.of(), site.last().permitIds());
        assertEquals(there == 1 ? "orange" : "yellow", site.last().level());
    }

    @Test
    void aPermitHoldsFromItsStartToItsEndAndIsForgottenThen() {
        Surroundings site = site().give(
                        new Permit("p", "01", "2", 100_000, 200_000, "z", null, null, null, null, List.of(), null))
                .at(61)
                .gathering("g", GatheringChange.Type.START, 3, "z");
        assertEquals("yellow", site.last().level());
        assertEquals(
                "orange",
                site.at(100)
                        .gathering("g", GatheringChange.Type.ONGOING, 3, "z")
                        .last()
                        .level());
        assertEquals(
                "yellow",
                site.at(200)
                        .gathering("g", GatheringChange.Type.ONGOING, 3, "z")
                        .last()
                        .level());
        site.gathering("g", GatheringChange.Type.END, 3, "z");
        site.site.wakeUpTo(200_000);
        assertEquals(null, site.site.state());
    }

    /** People stand from 0 m to 2 m. */
    @ParameterizedTest
    @CsvSource({"31.9,,1", "32.1,,0", "-29.9,,1", "-30.1,,0", "1,0,1", "1,1,0", "31.9,0,1"})
    void gasNearMakesItRedAtOnce(double x, @Nullable Double floor, int near) {
        Surroundings site = site().at(61)
                .gathering("g", GatheringChange.Type.START, 3)
                .at(70)
                .gas("d7", true, null, x, floor);
        assertEquals(
                near == 1 ? List.of("61 yellow []", "70 red [gas d7 (toxic)]") : List.of("61 yellow []"), site.story());
        if (near == 1) {
            assertTrue(RiskReasons.has(site.findings().get(1).reasons(), RiskReasons.GAS));
            assertFalse(RiskReasons.has(site.findings().get(1).reasons(), RiskReasons.ZONE));
            site.at(80).gas("d7", false, null, x, floor);
            assertEquals("80 yellow []", site.story().get(2));
            assertEquals(GatheringChange.Type.ONGOING, site.last().type());
        }
    }

    @Test
    void gasInAZoneOfItMakesItRed() {
        Surroundings site =
                site().at(61).gathering("g", GatheringChange.Type.START, 3, "z").gas("d7", true, "y", null, null);
        assertEquals("yellow", site.last().level());
        assertEquals("red", site.gas("d8", true, "z", null, null).last().level());
    }

    @ParameterizedTest
    @CsvSource({"9,", "10,major", "29,major", "30,particularly major"})
    void veryManyCouldBecomeAMajorAccident(int count, @Nullable String accident) {
        Surroundings site = site().at(61).gathering("g", GatheringChange.Type.START, count);
        int from = count >= 30 ? 30 : 10;
        assertEquals(
                accident == null
                        ? List.of()
                        : List.of("count " + from + " or more (potential " + accident + " accident)"),
                site.last().reasons());
        assertEquals("red", site.last().level());
    }

    @Test
    void aYellowOneThatLastsTenMinutesIsRaised() {
        Surroundings site = site().at(61).gathering("g", GatheringChange.Type.START, 3);
        assertEquals(
                "yellow",
                site.at(660)
                        .gathering("g", GatheringChange.Type.ONGOING, 3)
                        .last()
                        .level());
        assertEquals(
                "orange",
                site.at(661)
                        .gathering("g", GatheringChange.Type.ONGOING, 3)
                        .last()
                        .level());
        assertEquals(List.of("duration 10 min (yellow)"), site.last().reasons());
        // Orange in between: the ten minutes begin anew.
        site.at(670)
                .gathering("g", GatheringChange.Type.ONGOING, 4)
                .at(680)
                .gathering("g", GatheringChange.Type.ONGOING, 3);
        assertEquals("yellow", site.last().level());
        assertEquals(
                "yellow",
                site.at(1_279)
                        .gathering("g", GatheringChange.Type.ONGOING, 3)
                        .last()
                        .level());
        assertEquals(
                "orange",
                site.at(1_280)
                        .gathering("g", GatheringChange.Type.ONGOING, 3)
                        .last()
                        .level());
    }

    @Test
    void whatIsOnlyForeseenIsNotRaised() {
        Surroundings site = site().zone("z", "red", 1)
                .gas("d7", true, "z", null, null)
                .permit("p", "01", "2", "z")
                .at(31)
                .gathering("g", GatheringChange.Type.PRE_WARNING, 12, "z");
        assertEquals(List.of("31 blue []"), site.story());
        assertEquals(List.of("p"), site.last().permitIds());
        site.at(40).gas("d8", true, "z", null, null);
        assertEquals(1, site.changes().size());
        site.at(61).gathering("g", GatheringChange.Type.START, 12, "z");
        assertEquals("red", site.last().level());
        assertEquals(2, site.last().seq());
    }

    @Test
    void aChangedPlanChangesTheNextDecisionAtOnce() {
        Surroundings site = site().at(61)
                .gathering("g", GatheringChange.Type.START, 3, "z")
                .at(70)
                .zone("z", "red", null);
        assertEquals(List.of("61 yellow []", "70 orange [zone z (red)]"), site.story());
        site.at(80).gone("z");
        assertEquals("80 yellow []", site.story().get(2));
    }

    @Test
    void whoJoinsAndWhoFallsSilentIsNewsAndWhatIsTheSameIsNot() {
        Surroundings site = site().at(61)
                .gathering("g", GatheringChange.Type.START, 4)
                .at(63)
                .gathering("g", GatheringChange.Type.ONGOING, 4)
                .at(65)
                .gathering("g", GatheringChange.Type.ONGOING, 5)
                .silent(2)
                .at(67)
                .gathering("g", GatheringChange.Type.ONGOING, 5);
        assertEquals(
                List.of("61 4+0", "65 5+0", "67 3+2"),
                site.findings().stream()
                        .map(each -> each.timeMillis() / 1000 + " " + each.confirmed() + "+" + each.stale())
                        .toList());
    }

    @Test
    void allThatIsToldNamesThePlanInForceAndANewOneIsToldOnce() {
        Surroundings site = site().at(61)
                .gathering("g", GatheringChange.Type.START, 3)
                .at(63)
                .gathering("g", GatheringChange.Type.ONGOING, 3);
        site.site.by(new RiskRule(RiskOptions.standard(), "v2"));
        site.at(65)
                .gathering("g", GatheringChange.Type.ONGOING, 3)
                .at(67)
                .gathering("g", GatheringChange.Type.ONGOING, 3)
                .at(69)
                .gathering("g", GatheringChange.Type.END, 3);
        assertEquals(
                List.of("v1", "v1", "v2", "v2", "v2"),
                site.changes().stream().map(GatheringChange::planVersion).toList());
        assertEquals(
                List.of("61 v1", "65 v2", "69 v2"),
                site.findings().stream()
                        .map(each -> each.timeMillis() / 1000 + " " + each.planVersion())
                        .toList());
    }

    @Test
    void theBeginAndTheEndOfWorkAreToldAtOnce() {
        Surroundings site = site().give(
                        new Permit("p", "01", "2", 100_000, 200_000, "z", null, null, null, null, List.of(), null))
                .give(new Permit("q", "10", "2", 0, 150_000, "z", null, null, null, null, List.of(), null))
                .at(61)
                .gathering("g", GatheringChange.Type.START, 3, "z");
        site.site.wakeUpTo(300_000);
        assertEquals(List.of("61 yellow []", "100 orange [permit p (names 0)]", "200 yellow []"), site.story());
        assertEquals(
                List.of(List.of("q"), List.of("p", "q"), List.of("p"), List.of()),
                site.changes().stream().map(GatheringChange::permitIds).toList());
        assertTrue(state(site).permits().isEmpty());
        assertEquals(null, site.site.wakeAt());
    }

    @ParameterizedTest
    @CsvSource({"01,red,1", "70,red,1", "02,red,0", "01,orange,0"})
    void twoAreForeseenBesideTheGravestWorkInARedZone(String type, String colour, int foreseen) {
        Surroundings site = site().zone("z", colour, null)
                .at(31)
                .gathering("t", GatheringChange.Type.PAIR, 2, "z")
                .at(40)
                .permit("p", type, "2", "z", "W1", "W2", "W3")
                .at(50);
        assertEquals(foreseen == 1 ? List.of("40 blue [permit p (two in a red zone)]") : List.of(), site.story());
        if (foreseen == 1) {
            assertEquals(GatheringChange.Type.PRE_WARNING, site.last().type());
            assertEquals("none", site.last().baseLevel());
            site.gathering("t", GatheringChange.Type.PAIR, 2, "z").at(60).permit("p", type, "3", "z");
            assertEquals("calm", site.last().endReason());
            assertEquals("60 over [permit p (two in a red zone)]", site.story().get(1));
            site.at(70).permit("p", type, "2", "z");
            assertEquals("70 blue [permit p (two in a red zone)]", site.story().get(2));
            assertEquals(GatheringChange.Type.PRE_WARNING, site.last().type());
            site.at(80).gathering("t", GatheringChange.Type.END, 2, "z");
            assertEquals(4, site.story().size());
            assertEquals(
                    List.of("blue", 5L),
                    List.of(site.last().level(), site.last().seq()));
        }
        assertEquals(foreseen == 0 ? 1 : 0, state(site).open().size());
    }

    @Test
    void whatChangesNothingIsNotTold() {
        Surroundings site = site().at(61)
                .gathering("g", GatheringChange.Type.START, 3, "z")
                .at(62)
                .zone("other", "red", null)
                .gas("far", true, null, 500.0, null)
                .evacuation("e", Evacuation.Message.ROSTER, "z");
        assertEquals(1, site.changes().size());
        assertEquals(1, site.findings().size());
        site.at(65).gathering("g", GatheringChange.Type.ONGOING, 3, "z");
        assertEquals(2, site.changes().size());
        assertEquals(1, site.findings().size());
    }

    @Test
    void theEndHasTheLevelAndTheReasonsThatItHadLast() {
        Surroundings site = site().zone("z", "red", null)
                .at(61)
                .gathering("g", GatheringChange.Type.START, 3, "z")
                .at(90)
                .gathering("g", GatheringChange.Type.END, 3, "z");
        assertEquals("orange", site.last().level());
        assertEquals(List.of("zone z (red)"), site.last().reasons());
        assertEquals(90_000L, site.last().endMillis());
        assertEquals("dispersed", site.last().endReason());
        assertEquals(List.of("61 orange [zone z (red)]", "90 over [zone z (red)]"), site.story());
        assertTrue(state(site).open().isEmpty());
    }

    @Test
    void atAMusterPointNobodyGathersDuringAnEvacuation() {
        Surroundings site = site().at(61)
                .gathering("g", GatheringChange.Type.START, 5, "point")
                .at(70)
                .evacuation("e", Evacuation.Message.START, "point")
                .at(75)
                .gathering("g", GatheringChange.Type.ONGOING, 6, "point")
                .gathering("h", GatheringChange.Type.START, 2, 1, "point")
                .gathering("k", GatheringChange.Type.START, 4, 3, "point");
        assertEquals(List.of("61 orange []", "70 over []", "75 red []"), site.story());
        GatheringChange end = site.changes().get(1);
        assertEquals(
                List.of(GatheringChange.Type.END, "exempt", 70_000L),
                List.of(end.type(), end.endReason(), end.endMillis()));
        assertEquals("k", site.last().id());
        site.at(90)
                .evacuation("e", Evacuation.Message.END)
                .at(95)
                .gathering("g", GatheringChange.Type.ONGOING, 6, "point");
        assertEquals(List.of("90 orange []", "90 yellow []"), site.story().subList(3, 5));
        GatheringChange again = site.changes().get(3);
        assertEquals(List.of("g", GatheringChange.Type.START, 3L), List.of(again.id(), again.type(), again.seq()));
        assertEquals(GatheringChange.Type.ONGOING, site.last().type());
    }

    @Test
    void whatEndsWhileItIsExemptIsNotToldAgain() {
        Surroundings site = site().evacuation("e", Evacuation.Message.START, "point")
                .at(61)
                .gathering("g", GatheringChange.Type.START, 5, "point")
                .at(90)
                .gathering("g", GatheringChange.Type.END, 5, "point");
        assertEquals(List.of(), site.changes());
        assertEquals(List.of(), site.findings());
        site.evacuation("e", Evacuation.Message.END);
        assertEquals(null, site.site.state());
    }

    @Test
    void findingsAreNumberedAndNameEverything() {
        Surroundings site = site().at(61)
                .gathering("g", GatheringChange.Type.START, 3, "z")
                .at(65)
                .gathering("g", GatheringChange.Type.ONGOING, 4, "z")
                .at(70)
                .gathering("g", GatheringChange.Type.END, 4, "z");
        assertEquals(
                List.of(1L, 2L, 3L), site.findings().stream().map(Finding::seq).toList());
        Finding second = site.findings().get(1);
        assertEquals("gathering", second.kind());
        assertEquals("g", second.subjectId());
        assertEquals(List.of("z"), second.fenceIds());
        assertEquals(List.of("P00", "P01", "P02", "P03"), second.trackableIds());
        assertEquals(List.of(4, 0, 0), List.of(second.confirmed(), second.possible(), second.stale()));
        assertEquals(3.0, second.limit());
        assertEquals(4.0, second.observed());
        assertEquals("risk/g", second.origin());
        assertEquals(4, second.evidence().size());
        assertEquals(0, second.onsetMillis());
        Surroundings many = site().at(61).gathering("g", GatheringChange.Type.START, 40);
        assertEquals(32, many.findings().get(0).evidence().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gas", "gas d7", "gas d7 (toxic)"})
    void aReasonIsKnownByItsFirstWord(String reason) {
        assertTrue(RiskReasons.has(List.of("zone z", reason), RiskReasons.GAS));
        assertFalse(RiskReasons.has(List.of("gasworks"), RiskReasons.GAS));
        assertFalse(RiskReasons.has(List.of("zone_lasting z"), RiskReasons.ZONE));
    }

    @Test
    void namesAllFaultsOfTheOptionsTogether() {
        String message = assertThrows(IllegalArgumentException.class, () -> new RiskOptions(3, 0, 0, 0, 0, 10, 9))
                .getMessage();
        assertEquals(
                "risk.lasting must be > 0 ms, was 0; risk.yellow must be > 0 ms, was 0;"
                        + " risk.gas-distance must be > 0 m, was 0.0; risk.hot-work-distance must be > 0 m, was 0.0;"
                        + " 0 < risk.major-from <= catastrophic-from must hold, was 10, 9",
                message);
    }

    @Test
    void stateMeetsItsPast() throws ReflectiveOperationException {
        Object[] nothing = new Object[5];
        RiskState state = (RiskState) RiskState.class.getDeclaredConstructors()[0].newInstance(nothing);
        assertTrue(state.isEmpty());
    }

    private static RiskState state(Surroundings site) {
        RiskState state = site.site.state();
        if (state == null) {
            throw new AssertionError("nothing is remembered");
        }
        return state;
    }
}
