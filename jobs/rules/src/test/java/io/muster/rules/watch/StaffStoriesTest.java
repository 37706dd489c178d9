package io.muster.rules.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.rules.alarm.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of those who must be in a zone, as stories. */
class StaffStoriesTest {
    private final WatchStory plant = new WatchStory();

    @Test
    void aPostIsLeftForTooLong() {
        guard("A").plan("0s", Zones.post("gate"));
        plant.enters("10s", "A", "gate").leaves("100s", "A", "gate").enters("399s", "A", "gate"); // 299 s
        plant.leaves("1000s", "A", "gate").until("1301s").enters("1400s", "A", "gate");
        assertEquals(
                List.of(
                        "1300s off-post A @ gate since 1000s 300s/300s by v1",
                        "1400s ended off-post A @ gate since 1000s 300s/300s by v1"),
                plant.told());
        Finding told = plant.findings().get(0);
        assertEquals("fence gate", told.subjectType() + " " + told.subjectId());
        assertEquals(1_000_000, told.evidence().get(0).fixMillis(), "where the guard was seen last");
    }

    @Test
    void aPostThatNobodyEverHeldIsNotMissed() {
        plant.plan("0s", Zones.post("gate"))
                .enters("10s", "X", "gate")
                .leaves("20s", "X", "gate")
                .until("9999s");
        assertEquals(List.of(), plant.told(), "who has no post holds none");
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void aPostThatThePlanGivesToSomebodyIsMissedFromTheBeginning() {
        guard("A").plan("0s", Zones.post("gate").posts("guard").absence("60s"));
        plant.until("60s").enters("70s", "A", "gate");
        assertEquals(
                List.of(
                        "60s off-post  @ gate since 0s 60s/60s by v1",
                        "70s ended off-post  @ gate since 0s 60s/60s by v1"),
                plant.told());
    }

    @Test
    void anotherPostsHolderDoesNotHoldThis() {
        guard("A")
                .person("P", WatchStory.who("01", "pump", null))
                .plan("0s", Zones.post("gate").posts("guard").absence("60s"))
                .enters("0s", "A", "gate")
                .enters("5s", "P", "gate")
                .leaves("10s", "A", "gate")
                .until("70s");
        assertEquals(
                "70s off-post A @ gate since 10s 60s/60s by v1", plant.told().get(1));
    }

    @Test
    void oneOfTwoGuardsIsEnough() {
        guard("A").person("B", WatchStory.who("01", "guard", null)).plan("0s", Zones.post("gate"));
        plant.enters("0s", "A", "gate")
                .enters("0s", "B", "gate")
                .leaves("10s", "A", "gate")
                .leaves("500s", "B", "gate")
                .until("800s");
        assertEquals(List.of("800s off-post B @ gate since 500s 300s/300s by v1"), plant.told());
    }

    @Test
    void doubtRemovesNobodyFromAPost() {
        guard("A").plan("0s", Zones.post("gate"));
        plant.enters("0s", "A", "gate").silent("50s", "A", "gate").until("9999s");
        assertEquals(List.of(), plant.told());
    }

    @Test
    void whoIsNamedForAPostMustBeThere() {
        guard("A")
                .person("B", WatchStory.who("01", "guard", null))
                .plan("0s", Zones.post("gate").required("A", "B").absence("60s"))
                .enters("0s", "A", "gate")
                .enters("30s", "B", "gate")
                .leaves("100s", "A", "gate")
                .until("160s");
        assertEquals(List.of("160s off-post A @ gate since 100s 60s/60s by v1"), plant.told());
    }

    @Test
    void tooFewForTooLong() {
        plant.plan("0s", Zones.production("control").minimum(2).absence("300s"));
        plant.enters("10s", "A", "control").enters("20s", "B", "control");
        plant.leaves("100s", "A", "control").enters("399s", "A", "control"); // 299 s
        plant.leaves("1000s", "A", "control").until("1301s");
        plant.leaves("1310s", "B", "control").enters("1320s", "A", "control").enters("1330s", "B", "control");
        assertEquals(
                List.of(
                        "1300s under-staffed B @ control since 1000s 1/2 by v1",
                        "1310s under-staffed  @ control since 1000s 0/2 by v1",
                        "1320s under-staffed A @ control since 1000s 1/2 by v1",
                        "1330s ended under-staffed A @ control since 1000s 1/2 by v1"),
                plant.told());
    }

    @Test
    void nobodyCameAtAll() {
        plant.plan("0s", Zones.production("control").minimum(1)).until("300s");
        assertEquals(List.of("300s under-staffed  @ control since 0s 0/1 by v1"), plant.told());
    }

    @Test
    void theSilentAndThePossibleAreThereAndShown() {
        plant.plan("0s", Zones.production("control").minimum(3).absence("60s"));
        plant.enters("0s", "A", "control").enters("0s", "B", "control").perhaps("0s", "C", "control");
        plant.silent("50s", "B", "control").until("999s");
        assertEquals(List.of(), plant.told());
        plant.leaves("1000s", "A", "control").until("1060s");
        Finding told = plant.findings().get(0);
        assertEquals(
                "0 confirmed, 1 possible, 1 stale",
                told.confirmed() + " confirmed, " + told.possible() + " possible, " + told.stale() + " stale");
    }

    @Test
    void aNamedPersonIsMissingThoughThereAreEnough() {
        plant.plan(
                "0s", Zones.production("control").minimum(1).required("A", "B").absence("60s"));
        plant.enters("0s", "A", "control").enters("0s", "B", "control").enters("0s", "C", "control");
        plant.leaves("100s", "B", "control")
                .until("160s")
                .leaves("170s", "A", "control")
                .enters("180s", "B", "control");
        plant.until("231s").enters("240s", "A", "control");
        assertEquals(
                List.of(
                        "160s required-person B @ control since 100s 1/2 by v1",
                        "170s required-person A B @ control since 100s 0/2 by v1",
                        "180s ended required-person A B @ control since 100s 0/2 by v1",
                        "230s required-person A @ control since 170s 1/2 by v1",
                        "240s ended required-person A @ control since 170s 1/2 by v1"),
                plant.told());
    }

    @Test
    void aChangedPlanIsAskedAtOnce() {
        plant.plan("0s", Zones.production("control").absence("60s")).enters("0s", "A", "control");
        plant.plan("100s", Zones.production("control").minimum(2).absence("60s"))
                .plan("130s", Zones.production("control").minimum(2).absence("20s"))
                .plan("140s", Zones.production("control").minimum(2).absence("600s"))
                .plan("150s", Zones.production("control").minimum(1).absence("1s"))
                .until("999s");
        assertEquals(
                List.of(
                        "130s under-staffed A @ control since 100s 1/2 by v3",
                        "140s ended under-staffed A @ control since 100s 1/2 by v4"),
                plant.told());
    }

    @Test
    void ofManyPeopleThirtyTwoAreEvidence() {
        plant.plan("0s", Zones.production("control").minimum(50).absence("60s"));
        for (int i = 10; i < 50; i++) {
            plant.enters("1s", "P" + i, "control");
        }
        plant.until("60s");
        Finding told = plant.findings().get(0);
        assertEquals(40, told.trackableIds().size());
        assertEquals(32, told.evidence().size());
    }

    private WatchStory guard(String id) {
        return plant.person(id, WatchStory.who("01", "guard", null));
    }
}
