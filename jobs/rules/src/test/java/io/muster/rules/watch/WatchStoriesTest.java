package io.muster.rules.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of people in zones, as stories. */
class WatchStoriesTest {
    private final WatchStory plant = new WatchStory();

    @Test
    void whoEntersAForbiddenZoneIsSaidAtOnceAndUntilTheyLeave() {
        plant.plan("0s", Zones.forbidden("flare"));
        plant.enters("10s", "A", "flare").leaves("40s", "A", "flare").until("999s");
        assertEquals(
                List.of("10s boundary A in flare since 10s by v1", "40s ended boundary A in flare since 10s by v1"),
                plant.told());
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void whoLeavesInTimeIsWaitedForNoMore() {
        plant.plan("0s", Zones.production("unit").overstay("500s"));
        plant.enters("10s", "A", "unit").leaves("40s", "A", "unit");
        assertEquals(List.of(), plant.leftOver(), "nobody is woken at 510 s for an empty zone");
    }

    @Test
    void whatAZoneSaysIsNumbered() {
        plant.plan("0s", Zones.forbidden("flare").minimum(3).absence("1s"));
        plant.enters("10s", "B", "flare").enters("20s", "A", "flare").leaves("30s", "B", "flare");
        assertEquals(
                List.of(1L, 3L, 5L, 7L),
                plant.findings().stream()
                        .filter(each -> each.subjectType().equals("fence"))
                        .map(each -> each.seq())
                        .toList(),
                "1, 3, 5 and 7 are of the zone, 2, 4 and 6 of its people");
        plant.enters("40s", "C", "flare");
        WatchState zone = plant.zone("flare");
        assertEquals(
                List.of("A 4", "C 8"),
                zone == null
                        ? null
                        : zone.verdicts().stream()
                                .map(each -> each.trackableId() + " " + each.seq())
                                .toList());
        plant.enters("50s", "B", "flare");
        WatchState later = plant.zone("flare");
        assertEquals(
                List.of("A", "B", "C"),
                later == null
                        ? null
                        : later.verdicts().stream()
                                .map(ZoneVerdict::trackableId)
                                .toList(),
                "sorted, in whatever order they came");
    }

    @Test
    void theEdgesOfTheOptionsAreLegal() {
        assertEquals(0, new WatchOptions(1, 1, 1, 0).tagLostMillis());
        assertEquals(
                "watch.absence must be > 0 ms, was 0; watch.overstay must be > 0 ms or never, was 0;"
                        + " watch.motionless must be > 0 ms or never, was 0; watch.tag_lost_after must be >= 0 ms, was -1",
                assertThrows(IllegalArgumentException.class, () -> new WatchOptions(0, 0, 0, -1))
                        .getMessage());
    }

    @Test
    void theOnsetIsWhenTheFixWasMadeAndNotWhenItCame() {
        plant.plan("0s", Zones.forbidden("flare")).entersLate("10s", "3s", "A", "flare");
        assertEquals(List.of("10s boundary A in flare since 7s by v1"), plant.told());
    }

    @Test
    void aForbiddenZoneAdmitsWhomItNames() {
        plant.plan("0s", Zones.forbidden("flare").people("A").types("02"));
        plant.person("B", WatchStory.who("02", null, null))
                .enters("1s", "A", "flare")
                .enters("2s", "B", "flare")
                .enters("3s", "C", "flare");
        assertEquals(List.of("3s boundary C in flare since 3s by v1"), plant.told());
    }

    @Test
    void aZoneForSomeTypesAdmitsNoOther() {
        plant.plan(
                "0s",
                Zones.production("lab").types("01"),
                Zones.production("store").people("B"));
        plant.person("C", WatchStory.who("02", null, null))
                .enters("1s", "A", "lab", "store")
                .enters("2s", "B", "store")
                .enters("3s", "C", "lab");
        assertEquals(
                List.of("1s boundary A in store since 1s by v1", "3s boundary C in lab since 3s by v1"), plant.told());
    }

    @Test
    void whoseTagNobodyKnowsIsAskedWhereNobodyMayBe() {
        plant.plan(
                "0s",
                Zones.production("lab").types("01"),
                Zones.forbidden("flare").types("01"));
        plant.person("U", WatchStory.who("unknown", null, null)).enters("1s", "U", "lab", "flare");
        assertEquals(List.of("1s boundary U in flare since 1s by v1"), plant.told());
    }

    @Test
    void whoIsOnlyPerhapsInsideBreaksNothing() {
        plant.plan("0s", Zones.forbidden("flare")).perhaps("1s", "A", "flare").enters("5s", "A", "flare");
        assertEquals(List.of("5s boundary A in flare since 1s by v1"), plant.told());
    }

    @Test
    void silenceNeitherEndsNorRepeatsABoundary() {
        plant.plan("0s", Zones.forbidden("flare").people("X"));
        plant.enters("10s", "A", "flare").silent("20s", "A", "flare").heard("25s", "A", "flare");
        assertEquals(
                List.of(
                        "10s boundary A in flare since 10s by v1",
                        "20s boundary A in flare since 10s by v1",
                        "25s boundary A in flare since 10s by v1"),
                plant.told(),
                "told again, since the counts show who is silent");
        assertEquals(
                List.of("1/0", "0/1", "1/0"),
                plant.findings().stream()
                        .map(each -> each.confirmed() + "/" + each.stale())
                        .toList());
    }

    @Test
    void whoIsInsideWhenTheAllowedTimeEndsIsSaidThen() {
        plant.plan("0s", Zones.production("yard").daily(0, 10)); // 00:00-00:10
        plant.enters("500s", "A", "yard").until("700s").enters("710s", "B", "yard");
        assertEquals(
                List.of(
                        "600s boundary-times A in yard since 600s by v1",
                        "710s boundary-times B in yard since 710s by v1"),
                plant.told());
        plant.until("86399s").until("86400s");
        assertEquals(
                "86400s ended boundary-times B in yard since 710s by v1",
                plant.told().get(3));
    }

    @Test
    void aChangedPlanIsAskedAtOnceOfThoseInside() {
        plant.plan("0s", Zones.production("unit")).enters("10s", "A", "unit");
        plant.plan("30s", Zones.forbidden("unit"))
                .plan("40s", Zones.forbidden("unit").people("B"))
                .plan("50s", Zones.forbidden("unit").people("A"))
                .planWithout("60s", "unit");
        assertEquals(
                List.of(
                        "30s boundary A in unit since 30s by v2",
                        "40s boundary A in unit since 30s by v3",
                        "50s ended boundary A in unit since 30s by v4"),
                plant.told());
    }

    @Test
    void aFenceThatGoesEndsWhatWasSaid() {
        plant.plan("0s", Zones.forbidden("unit")).enters("10s", "A", "unit").planWithout("60s", "unit");
        assertEquals(
                "60s ended boundary A in unit since 10s by v2", plant.told().get(1));
    }

    @Test
    void aTemporaryFenceIsNoneBeforeAndAfter() {
        plant.plan(
                "0s", Zones.forbidden("crane").valid("100s", "200s").minimum(1).absence("10s"));
        plant.enters("10s", "A", "crane").until("300s");
        assertEquals(
                List.of("100s boundary A in crane since 10s by v1", "200s ended boundary A in crane since 10s by v1"),
                plant.told());
        assertEquals(List.of("crane remembers " + plant.zone("crane")), plant.leftOver());
    }

    @Test
    void oneAlarmForTwoZonesThatOverlapEndsWithTheLast() {
        plant.plan("0s", Zones.forbidden("a"), Zones.forbidden("b"));
        plant.enters("10s", "A", "b")
                .enters("20s", "A", "a")
                .leaves("30s", "A", "b")
                .leaves("40s", "A", "a")
                .until("99s");
        assertEquals(
                List.of(
                        "10s boundary A in b since 10s by v1",
                        "20s boundary A in a b since 10s by v1",
                        "30s boundary A in a since 10s by v1",
                        "40s ended boundary A in a since 10s by v1"),
                plant.told());
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void overstayIsSaidWhenTheTimeIsOver() {
        plant.plan("0s", Zones.production("store").overstay("60s"));
        plant.enters("10s", "A", "store").leaves("69s", "A", "store"); // 59 s
        plant.enters("100s", "B", "store").leaves("161s", "B", "store"); // 61 s
        assertEquals(
                List.of(
                        "160s overstay B in store since 100s 60s/60s by v1",
                        "161s ended overstay B in store since 100s 60s/60s by v1"),
                plant.told());
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void whoIsSilentStaysAndTimeGoesOn() {
        plant.plan("0s", Zones.production("store").overstay("60s"));
        plant.enters("10s", "A", "store").silent("30s", "A", "store").until("70s");
        assertEquals(List.of("70s overstay A in store since 10s 60s/60s by v1"), plant.told());
    }

    @Test
    void aShorterLimitHoldsAtOnceAndALongerOneEnds() {
        plant.plan("0s", Zones.production("store").overstay("600s")).enters("0s", "A", "store");
        plant.plan("100s", Zones.production("store").overstay("60s"))
                .plan("200s", Zones.production("store").overstay("300s"))
                .until("300s");
        assertEquals(
                List.of(
                        "100s overstay A in store since 0s 100s/60s by v2",
                        "200s ended overstay A in store since 0s 100s/60s by v3",
                        "300s overstay A in store since 0s 300s/300s by v3"),
                plant.told());
    }

    @Test
    void whoLiesStillIsSaidAfterTheLimitWithTheOnsetOfTheStillness() {
        plant.plan("0s", Zones.hazard("unit").motionless("180s"));
        plant.enters("0s", "A", "unit")
                .still("70s", "10s", "A", "unit")
                .until("300s")
                .moves("301s", "A", "unit");
        assertEquals(
                List.of(
                        "190s motionless A in unit since 10s 180s/180s by v1",
                        "301s ended motionless A in unit since 10s 180s/180s by v1"),
                plant.told());
    }

    @Test
    void whoMovesInTimeIsNotMotionless() {
        plant.plan("0s", Zones.hazard("unit").motionless("180s"));
        plant.enters("0s", "A", "unit")
                .still("20s", "10s", "A", "unit")
                .moves("189s", "A", "unit")
                .until("999s");
        assertEquals(List.of(), plant.told());
    }

    @Test
    void stillnessBeforeTheEntryDoesNotCount() {
        plant.plan("0s", Zones.hazard("unit").motionless("60s"));
        plant.enters("100s", "A", "unit").still("101s", "10s", "A", "unit").until("200s");
        assertEquals(List.of("160s motionless A in unit since 100s 60s/60s by v1"), plant.told());
    }

    @Test
    void silenceBeginsNoStillnessAndEndsNone() {
        plant.plan("0s", Zones.production("unit").motionless("60s"));
        plant.enters("0s", "A", "unit").still("10s", "5s", "A", "unit").silent("30s", "A", "unit");
        plant.enters("0s", "B", "unit")
                .still("31s", "5s", "B", "unit")
                .until("65s")
                .silent("70s", "B", "unit");
        plant.until("999s");
        assertEquals(
                List.of(
                        "65s motionless B in unit since 5s 60s/60s by v1",
                        "70s motionless B in unit since 5s 65s/60s by v1"),
                plant.told());
        plant.still("1000s", "5s", "A", "unit");
        assertEquals(
                "1000s motionless A in unit since 5s 995s/60s by v1",
                plant.told().get(2));
    }

    @Test
    void aSensorSpeaksWhilePositionsAreSilent() {
        plant.plan("0s", Zones.production("unit").motionless("60s"));
        plant.enters("0s", "A", "unit").silent("30s", "A", "unit").sensorSaysStill("40s", "20s", "A", "unit");
        plant.until("999s");
        assertEquals(List.of("80s motionless A in unit since 20s 60s/60s by v1"), plant.told());
    }

    @Test
    void whatThePlanDoesNotLimitTheProfileMayInDangerousZones() {
        WatchStory strict = new WatchStory(new WatchOptions(300_000, 60_000, 30_000, 0));
        strict.plan("0s", Zones.hazard("unit"), Zones.production("yard"));
        strict.enters("0s", "A", "unit", "yard")
                .still("1s", "0s", "A", "unit", "yard")
                .until("100s");
        assertEquals(
                List.of(
                        "30s motionless A in unit since 0s 30s/30s by v1",
                        "60s overstay A in unit since 0s 60s/60s by v1"),
                strict.told());
    }

    @Test
    void atAnotherPostIsWhoHasAPostOfTheirOwn() {
        plant.plan("0s", Zones.production("pumps").posts("pump").required("D"));
        plant.person("A", WatchStory.who("01", "pump", null))
                .person("B", WatchStory.who("01", "gate", null))
                .person("D", WatchStory.who("01", "gate", null))
                .enters("1s", "A", "pumps")
                .enters("2s", "B", "pumps")
                .enters("3s", "C", "pumps")
                .enters("4s", "D", "pumps")
                .leaves("9s", "B", "pumps");
        assertEquals(
                List.of("2s wrong-post B in pumps since 2s by v1", "9s ended wrong-post B in pumps since 2s by v1"),
                plant.told());
    }

    @Test
    void aTagThatFallsSilentInAHazardIsLostAndFound() {
        plant.plan(
                "0s",
                Zones.hazard("unit"),
                Zones.production("yard"),
                Zones.production("tank").hazards("toxic"));
        plant.enters("0s", "A", "unit", "yard")
                .silent("100s", "A", "unit", "yard")
                .until("119s");
        assertEquals(List.of(), plant.told(), "29 s of silence");
        plant.until("121s").heard("130s", "A", "unit", "yard");
        plant.enters("130s", "B", "tank")
                .silent("200s", "B", "tank")
                .until("220s")
                .released("500s", "B", "tank");
        assertEquals(
                List.of(
                        "120s tag-lost-in-hazard A in unit since 90s 30s/30s by v1",
                        "130s ended tag-lost-in-hazard A in unit since 90s 30s/30s by v1",
                        "220s tag-lost-in-hazard B in tank since 190s 30s/30s by v1",
                        "500s ended tag-lost-in-hazard B in tank since 190s 30s/30s by v1"),
                plant.told());
    }

    @Test
    void aVisitorStaysTooLong() {
        plant.plan("0s", Zones.production("yard"));
        plant.person("V", WatchStory.who("03", null, "100s"))
                .person("C", WatchStory.who("02", null, "150s"))
                .person("E", WatchStory.who("01", null, "50s"))
                .enters("0s", "V", "yard")
                .enters("0s", "C", "yard")
                .enters("0s", "E", "yard")
                .until("99s");
        assertEquals(List.of(), plant.told());
        plant.until("160s").leaves("170s", "V", "yard").enters("180s", "V", "yard");
        assertEquals(
                List.of(
                        "100s visitor-validity V in yard since 100s by v1",
                        "150s visitor-validity C in yard since 150s by v1",
                        "170s ended visitor-validity V in yard since 100s by v1",
                        "180s visitor-validity V in yard since 180s by v1"),
                plant.told());
    }

    @Test
    void aVisitorWhereVisitorsMayNotBe() {
        plant.plan("0s", Zones.hazard("unit").types("01", "02"), Zones.forbidden("flare"));
        plant.person("V", WatchStory.who("03", null, null))
                .enters("10s", "V", "unit")
                .leaves("20s", "V", "unit");
        assertEquals(
                List.of(
                        "10s visitor-area V in unit since 10s by v1",
                        "20s ended visitor-area V in unit since 10s by v1"),
                plant.told(),
                "and no boundary");
        plant.enters("30s", "V", "flare");
        assertEquals(
                List.of("30s boundary V in flare since 30s by v1", "30s visitor-area V in flare since 30s by v1"),
                plant.told().subList(2, 4),
                "where nobody may be it is both");
    }

    @Test
    void thePeopleFileIsAskedAnew() {
        plant.plan("0s", Zones.production("lab").types("01")).enters("0s", "A", "lab");
        plant.becomes("50s", "A", WatchStory.who("02", null, "80s"), "lab").until("100s");
        plant.becomes("120s", "A", WatchStory.who("01", null, null), "lab");
        assertEquals(
                List.of(
                        "50s boundary A in lab since 50s by v1",
                        "80s visitor-validity A in lab since 80s by v1",
                        "120s ended boundary A in lab since 50s by v1",
                        "120s ended visitor-validity A in lab since 80s by v1"),
                plant.told());
    }

    @Test
    void whoMustStayAndLeavesIsSaidAtOnceUntilBackAgain() {
        plant.plan("0s", Zones.production("control").mustStay("A"));
        plant.enters("10s", "A", "control")
                .enters("10s", "B", "control")
                .leaves("20s", "B", "control")
                .leaves("30s", "A", "control")
                .enters("60s", "A", "control")
                .until("99s");
        assertEquals(
                List.of(
                        "30s boundary-stay A in control since 30s by v1",
                        "60s ended boundary-stay A in control since 30s by v1"),
                plant.told());
    }

    @Test
    void whoMustStayMayGoWhenThePlanOrAPersonSaysSo() {
        plant.plan("0s", Zones.production("control").mustStay("A", "B").daily(0, 10));
        plant.enters("10s", "A", "control").enters("10s", "B", "control");
        plant.released("20s", "B", "control").leaves("300s", "A", "control").until("600s");
        assertEquals(
                List.of(
                        "300s boundary-stay A in control since 300s by v1",
                        "600s ended boundary-stay A in control since 300s by v1"),
                plant.told());
        plant.plan("700s", Zones.production("control")).until("99999s");
        assertEquals(2, plant.told().size());
        assertEquals(List.of(), plant.leftOver());
    }
}
