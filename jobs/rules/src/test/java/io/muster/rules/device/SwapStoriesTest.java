package io.muster.rules.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.alarm.Finding;
import io.muster.rules.identify.TagNews;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two tags that jump to each other's places at one moment, and stay. */
class SwapStoriesTest {
    private final DeviceStory plant = DeviceStory.standard()
            .unwatched()
            .carries("A", "T1")
            .carries("B", "T2")
            .heard("0s", "T1", "0,0")
            .heard("0s", "T2", "30,0");

    @Test
    void twoTagsThatChangePlacesAndStayAreSaidOfBothPeople() {
        plant.jumps("10s", "T1", "30,0").jumps("11s", "T2", "0,0").until("15.999s");
        assertEquals(List.of(), plant.told(), "an excursion of a radio is shorter than this");
        plant.until("16s");
        assertEquals(
                List.of(
                        "16s tag_swap_suspected A of A B since 11s 30.0/null",
                        "16s tag_swap_suspected B of A B since 11s 30.0/null"),
                plant.told());
        Finding told = plant.findings().get(1);
        assertEquals("trackable", told.subjectType());
        assertEquals(List.of(new Finding.Evidence("B", "T2", 0, 0, 0.0, 0.5, 11_000)), told.evidence());
        assertEquals("device-swap", told.stage());
    }

    @Test
    void itIsToldOnceHoweverLongItLasts() {
        plant.jumps("10s", "T1", "30,0").jumps("11s", "T2", "0,0").until("100s");
        plant.carries("C", "T3")
                .heard("100s", "T3", "500,0")
                .jumps("101s", "T3", "600,0")
                .until("9999s");
        assertEquals(2, plant.told().size());
    }

    @Test
    void itEndsForBothWhenBothJumpBack() {
        swapped();
        plant.jumps("50s", "T2", "30,0").jumps("51s", "T1", "0,0");
        assertEquals(
                List.of(
                        "51s ended tag_swap_suspected A of A B since 11s 30.0/null",
                        "51s ended tag_swap_suspected B of A B since 11s 30.0/null"),
                plant.told().subList(2, 4));
        plant.until("99s");
        assertEquals(4, plant.told().size(), "they have their own tags again");
    }

    @Test
    void anExcursionOfTheRadioEndsNoSwap() {
        swapped();
        plant.jumps("50s", "T2", "25,20")
                .jumps("53s", "T2", "0,0")
                .settles("58s", "T2", "1,0")
                .until("99s");
        assertEquals(2, plant.told().size(), "it was seen astray for three seconds");
        plant.jumps("100s", "T1", "90,0").settles("105s", "T1", "30,0");
        assertEquals(2, plant.told().size(), "and came back without a jump");
        plant.jumps("150s", "T2", "30,0").jumps("151s", "T1", "0,0").until("999s");
        assertEquals(4, plant.told().size(), "given back now");
    }

    @Test
    void whoHasSettledIsNotSwappedAgainNorBack() {
        swapped();
        plant.settles("16.5s", "T1", "30,0").settles("17s", "T2", "0,0").until("49s");
        assertEquals(2, plant.told().size(), "told already");
        plant.jumps("50s", "T2", "30,0").jumps("51s", "T1", "0,0").settles("55s", "T2", "30,0");
        plant.settles("56s", "T1", "0,0").until("99s");
        assertEquals(4, plant.told().size(), "and no second swap, once they are right");
    }

    @Test
    void anExcursionBeforeItIsToldOnlyDelaysIt() {
        plant.jumps("10s", "T1", "30,0").jumps("11s", "T2", "0,0").jumps("13s", "T1", "60,60");
        plant.jumps("16s", "T1", "30,0").until("20.999s");
        assertEquals(List.of(), plant.told());
        plant.settles("21s", "T1", "30,0").until("99s");
        assertEquals("21s tag_swap_suspected", plant.told().get(0).substring(0, 22));
        assertEquals(2, plant.told().size());
        plant.jumps("150s", "T2", "30,0").jumps("151s", "T1", "0,0").until("999s");
        assertEquals(4, plant.told().size());
    }

    @Test
    void whoSettlesElsewhereEndsIt() {
        swapped();
        plant.jumps("50s", "T2", "90,0").until("54.999s");
        assertEquals(2, plant.told().size());
        plant.settles("55s", "T2", "90,0");
        assertEquals(
                "55s ended tag_swap_suspected A of A B since 11s 30.0/null",
                plant.told().get(2));
        plant.jumps("900s", "T2", "30,0").jumps("901s", "T1", "90,0").until("999s");
        assertEquals(4, plant.told().size(), "what is undone later is no second swap");
        plant.jumps("1000s", "T2", "90,0").jumps("1001s", "T1", "30,0").until("1999s");
        assertEquals(6, plant.told().size(), "but what comes after that is");
    }

    @Test
    void aSwapIsKeptInMindForAnHour() {
        swapped();
        plant.silent("50s", "T1").silent("51s", "T2");
        plant.jumps("3649s", "T2", "30,0").jumps("3649.9s", "T1", "0,0").until("3700s");
        assertEquals(4, plant.told().size());
        DeviceStory later = twoTags()
                .jumps("1010s", "T1", "30,0")
                .jumps("1011s", "T2", "0,0")
                .until("1016s");
        later.silent("1050s", "T1")
                .jumps("4650s", "T2", "30,0")
                .jumps("4651s", "T1", "0,0")
                .until("4699s");
        assertEquals(6, later.told().size());
    }

    @Test
    void whoeverGetsTheTagBeginsAnew() {
        swapped();
        plant.silent("50s", "T1").gone("60s", "T1").carries("A", "T1").heard("61s", "T1", "30,0");
        plant.jumps("90s", "T2", "30,0").jumps("92s", "T1", "0,0").until("199s");
        assertEquals(6, plant.told().size());
    }

    @Test
    void whoSwapsAgainLaterIsToldAgain() {
        swapped();
        plant.jumps("50s", "T2", "30,0").jumps("51s", "T1", "0,0").until("70s");
        plant.jumps("80s", "T1", "30,0").jumps("81s", "T2", "0,0").until("99s");
        assertEquals(6, plant.told().size());
    }

    @Test
    void itEndsWhenOneFallsSilentOrIsGivenAway() {
        swapped();
        plant.silent("50s", "T1").until("99s");
        assertEquals(4, plant.told().size());
        plant.until("3650s");
        assertEquals(
                List.of("person B"), plant.leftOver(), "T2 is heard, and that is all that is remembered an hour later");
        DeviceStory other =
                DeviceStory.standard().unwatched().carries("A", "T1").carries("B", "T2");
        other.heard("0s", "T1", "0,0").heard("0s", "T2", "30,0");
        other.jumps("10s", "T1", "30,0").jumps("11s", "T2", "0,0").until("16s").gone("50s", "T2");
        assertEquals(4, other.told().size());
    }

    @Test
    void whoComesBackToTheirOwnPlaceAfterAFeedFailedIsRightAgain() {
        swapped();
        plant.silent("50s", "T1").silent("51s", "T2");
        assertEquals(4, plant.told().size());
        plant.jumps("90s", "T2", "30,0").jumps("92s", "T1", "0,0").until("199s");
        assertEquals(4, plant.told().size(), "the tags were given back while nobody heard them");
        plant.jumps("300s", "T1", "30,0").jumps("301s", "T2", "0,0").until("399s");
        assertEquals(6, plant.told().size(), "and are changed anew");
    }

    @Test
    void whoJumpsTwiceOnTheWayBackIsRightAgain() {
        swapped();
        plant.jumps("50s", "T2", "60,60")
                .jumps("52s", "T2", "30,0")
                .jumps("54s", "T1", "0,0")
                .until("99s");
        assertEquals(4, plant.told().size());
    }

    @Test
    void anExcursionOfTheRadioHidesNoSwap() {
        // T1 is heard 20 m beside the place of T2 at first, which is no jump from there, and then where T2 was.
        plant.jumps("10s", "T1", "50,0")
                .jumps("12s", "T2", "0,0")
                .settles("15s", "T1", "30,0")
                .until("19.999s");
        assertEquals(List.of(), plant.told());
        plant.until("20s");
        assertEquals(2, plant.told().size());
        plant.jumps("60s", "T1", "0,0").jumps("61s", "T2", "30,0").until("99s");
        assertEquals(4, plant.told().size(), "their own way back is not taken for a swap");
    }

    @Test
    void whoSettlesWhereTheyWereExpectedIsToldNoLater() {
        plant.jumps("10s", "T1", "30,0").jumps("11s", "T2", "0,0").settles("15s", "T1", "30,0");
        plant.settles("16s", "T2", "0,0").until("99s");
        assertEquals(
                "16s tag_swap_suspected A of A B since 11s 30.0/null",
                plant.told().get(0));
        assertEquals(2, plant.told().size());
    }

    @Test
    void whoSettlesElsewhereOrWithoutAPartnerIsNotSwapped() {
        plant.jumps("10s", "T1", "50,0").jumps("12s", "T2", "0,0").settles("15s", "T1", "60,0");
        plant.settles("17s", "T2", "0,0").until("29s");
        assertEquals(List.of(), plant.told());
        plant.settles("30s", "T1", "30,0").until("99s");
        assertEquals(List.of(), plant.told(), "what jumped long ago is compared no more");
    }

    @Test
    void jumpsMoreThanEightSecondsApartAreNotOneEventHoweverTheySettle() {
        plant.jumps("10s", "T1", "50,0").jumps("18.001s", "T2", "0,0").settles("19s", "T1", "30,0");
        plant.until("99s");
        assertEquals(List.of(), plant.told());
    }

    @Test
    void whoGetsThereInTwoJumpsIsSwappedToo() {
        plant.jumps("10s", "T1", "80,0").jumps("12s", "T2", "0,0").jumps("13s", "T1", "30,0");
        plant.until("18s");
        assertEquals(
                "18s tag_swap_suspected B of A B since 13s 30.0/null",
                plant.told().get(0));
        assertEquals(2, plant.told().size());
    }

    @Test
    void whoGoesAndComesBackHasBeenOnAnExcursion() {
        // From 30,0 to the place of T1 and back, while T1 goes from there to 30,0: nobody took the other's place to
        // stay.
        plant.jumps("10s", "T2", "0,0").jumps("12s", "T2", "30,0").jumps("13s", "T1", "30,0");
        plant.until("99s");
        assertEquals(List.of(), plant.told());
    }

    @Test
    void oneThatJumpsAgainBeforeItIsToldWasNoSwap() {
        plant.jumps("10s", "T1", "30,0")
                .jumps("11s", "T2", "0,0")
                .jumps("15s", "T1", "60,60")
                .until("99s");
        assertEquals(List.of(), plant.told());
        assertEquals(List.of("person A", "person B"), plant.leftOver());
    }

    @Test
    void jumpsEightSecondsApartAreOneEventAndLaterOnesAreNot() {
        plant.jumps("10s", "T1", "30,0").jumps("18s", "T2", "0,0").until("23s");
        assertEquals(2, plant.told().size());
        DeviceStory late = DeviceStory.standard().unwatched().carries("A", "T1").carries("B", "T2");
        late.heard("0s", "T1", "0,0").heard("0s", "T2", "30,0");
        late.jumps("10s", "T1", "30,0").jumps("18.001s", "T2", "0,0").until("99s");
        assertEquals(List.of(), late.told());
    }

    @Test
    void placesAreTheSameWithinTheErrorOfTheRadioAndAStep() {
        // 6 m, twice the accuracies of both (8 m), and 1 m for each second between the two fixes.
        DeviceStory near = twoTags()
                .jumps("1010s", "T1", "54,0")
                .jumps("1010s", "T2", "0,0")
                .until("1099s");
        assertEquals(2, near.told().size(), "30 m, 10 s after the fix there: 6 m, 8 m and 10 m");
        DeviceStory off = twoTags()
                .jumps("1010s", "T1", "54.001,0")
                .jumps("1010s", "T2", "0,0")
                .until("1099s");
        assertEquals(List.of(), off.told());
    }

    @Test
    void bothMustGoWhereTheOtherWas() {
        plant.jumps("10s", "T1", "30,0").jumps("11s", "T2", "0,90").until("99s");
        assertEquals(List.of(), plant.told());
        plant.jumps("110s", "T1", "500,0").jumps("111s", "T2", "30,0").until("199s");
        assertEquals(List.of(), plant.told());
    }

    @Test
    void twoTagsOfOnePersonMayLieAsTheyLike() {
        plant.carries("A", "T2")
                .jumps("10s", "T1", "30,0")
                .jumps("11s", "T2", "0,0")
                .until("99s");
        assertEquals(List.of(), plant.told());
    }

    @Test
    void aTagIsNotSwappedWithItself() {
        plant.jumps("10s", "T1", "30,0")
                .carries("C", "T1")
                .jumps("12s", "T1", "0,0")
                .until("99s");
        assertEquals(List.of(), plant.told());
    }

    @Test
    void twoSwapsAtOnceAreTwo() {
        plant.carries("C", "T3").carries("D", "T4").heard("0s", "T3", "0,500").heard("0s", "T4", "40,500");
        plant.jumps("10s", "T1", "30,0").jumps("10s", "T3", "40,500").jumps("11s", "T4", "0,500");
        plant.jumps("12s", "T2", "0,0").until("99s");
        assertEquals(
                List.of(
                        "16s tag_swap_suspected C of C D since 11s 40.0/null",
                        "16s tag_swap_suspected D of C D since 11s 40.0/null",
                        "17s tag_swap_suspected A of A B since 12s 30.0/null",
                        "17s tag_swap_suspected B of A B since 12s 30.0/null"),
                plant.told());
        plant.silent("100s", "T3");
        assertEquals(6, plant.told().size(), "that of A and B goes on");
    }

    @Test
    void aJumpAloneIsForgottenWhenNobodyAnswersIt() {
        plant.jumps("10s", "T1", "30,0").until("25.999s");
        assertTrue(plant.leftOver().contains("swaps"));
        plant.until("26s");
        assertEquals(List.of("person A", "person B"), plant.leftOver());
    }

    @Test
    void whatMovesNoTagConcernsNoSwap() {
        for (TagNews.Kind kind : TagNews.Kind.values()) {
            TagNews news = new TagNews("s", "T1", "T1", "north", "A", false, kind, null, null, null, 10_000, 4);
            boolean moves = List.of(TagNews.Kind.JUMPED, TagNews.Kind.SETTLED, TagNews.Kind.SILENT, TagNews.Kind.GONE)
                    .contains(kind);
            assertEquals(moves, SwapRule.concerns(news), kind.name());
        }
        assertFalse(plant.leftOver().contains("swaps"), "being heard neither");
    }

    private static DeviceStory twoTags() {
        DeviceStory two = DeviceStory.standard().unwatched().carries("A", "T1").carries("B", "T2");
        return two.accuracy(2).heard("1000s", "T1", "0,0").heard("1000s", "T2", "30,0");
    }

    @Test
    void aSwapThatIsToldForgetsNoOtherJump() {
        plant.carries("C", "T3").carries("D", "T4").heard("0s", "T3", "0,500").heard("0s", "T4", "40,500");
        plant.jumps("10s", "T1", "30,0").jumps("11s", "T2", "0,0").jumps("15s", "T3", "40,500");
        plant.until("16s").jumps("17s", "T4", "0,500").until("99s");
        assertEquals(
                "22s tag_swap_suspected C of C D since 17s 40.0/null",
                plant.told().get(2));
    }

    private void swapped() {
        plant.jumps("10s", "T1", "30,0").jumps("11s", "T2", "0,0").until("16s");
        assertEquals(2, plant.told().size());
    }
}
