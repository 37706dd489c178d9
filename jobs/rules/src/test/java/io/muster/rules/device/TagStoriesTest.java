package io.muster.rules.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.muster.rules.alarm.Finding;
import io.muster.rules.identify.TagNews;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with one tag: its button, its battery, and that nobody carries it. */
class TagStoriesTest {
    private final DeviceStory plant = DeviceStory.standard().carries("A", "T1");

    @Test
    void aPressOfTheButtonIsSaidOnceUntilItIsReleased() {
        plant.says("10s", "T1", "pressed").says("11s", "T1", "pressed").says("12s", "T1", "50%");
        plant.says("40s", "T1", "released").says("41s", "T1", "released").says("50s", "T1", "pressed");
        assertEquals(
                List.of(
                        "10s sos T1 of A since 9.8s",
                        "40s ended sos T1 of A since 9.8s",
                        "50s sos T1 of A since 49.8s"),
                plant.told());
    }

    @Test
    void aPressNamesThePersonThePlaceAndThePlan() {
        plant.heard("5s", "T1", "3,4").says("10s", "T1", "pressed");
        Finding told = plant.findings().get(0);
        assertEquals(
                new Finding(
                        "s",
                        "sos",
                        "provider",
                        "T1",
                        true,
                        "red",
                        9_800,
                        List.of("unit"),
                        List.of("A"),
                        0,
                        0,
                        0,
                        null,
                        null,
                        "sos",
                        1,
                        "v1",
                        List.of(new Finding.Evidence("A", "T1", 3, 4, 0.0, 0.5, 5_000)),
                        "device",
                        10_000,
                        10_000,
                        1,
                        List.of(),
                        "north"),
                told);
    }

    @Test
    void theEndOfAPressIsTheSameFindingThatHoldsNoLonger() {
        plant.heard("5s", "T1", "3,4").says("10s", "T1", "pressed").says("40s", "T1", "released");
        Finding told = plant.findings().get(1);
        assertEquals(
                new Finding(
                        "s",
                        "sos",
                        "provider",
                        "T1",
                        false,
                        "red",
                        9_800,
                        List.of("unit"),
                        List.of("A"),
                        0,
                        0,
                        0,
                        null,
                        null,
                        "sos",
                        1,
                        "v1",
                        List.of(new Finding.Evidence("A", "T1", 3, 4, 0.0, 0.5, 5_000)),
                        "device",
                        40_000,
                        40_000,
                        2,
                        List.of(),
                        "north"),
                told);
    }

    @Test
    void theEdgesOfAnAddressWrittenInTwoWaysAreThoseOfOneButton() {
        plant.carries("A", "aa:1").says("10s", "aa:1", "pressed").says("11s", "AA1", "pressed");
        plant.says("12s", "AA1", "released");
        assertEquals(List.of("10s sos aa:1 of A since 9.8s", "12s ended sos aa:1 of A since 9.8s"), plant.told());
    }

    @Test
    void aBatteryIsLowBelowOneLevelUntilItIsAboveAnother() {
        plant.says("10s", "T1", "20%").says("20s", "T1", "19%").says("30s", "T1", "18%");
        plant.says("40s", "T1", "25%").says("50s", "T1", "26%").says("60s", "T1", "19%");
        assertEquals(
                List.of(
                        "20s low_battery T1 of A since 19.8s 19.0/20.0",
                        "50s ended low_battery T1 of A since 19.8s 19.0/20.0",
                        "60s low_battery T1 of A since 59.8s 19.0/20.0"),
                plant.told());
    }

    @Test
    void aLowBatteryWrittenInTwoWaysIsOne() {
        plant.carries("A", "aa:1")
                .says("10s", "aa:1", "3%")
                .says("11s", "AA1", "2%")
                .says("12s", "AA1", "99%");
        assertEquals(
                List.of(
                        "10s low_battery aa:1 of A since 9.8s 3.0/20.0",
                        "12s ended low_battery aa:1 of A since 9.8s 3.0/20.0"),
                plant.told());
    }

    @Test
    void aButtonAndABatteryAreToldApart() {
        plant.says("10s", "T1", "pressed 5%").says("20s", "T1", "released").says("30s", "T1", "90%");
        assertEquals(
                List.of(
                        "10s sos T1 of A since 9.8s",
                        "10s low_battery T1 of A since 9.8s 5.0/20.0",
                        "20s ended sos T1 of A since 9.8s",
                        "30s ended low_battery T1 of A since 9.8s 5.0/20.0"),
                plant.told());
        assertEquals(
                List.of(1L, 2L, 3L, 4L),
                plant.findings().stream().map(Finding::seq).toList());
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void aTagThatNobodyCarriesIsSaidFromItsFirstFixUntilSomebodyIsBoundToIt() {
        plant.nobodyCarries("X").heard("10s", "X", "1,2").until("5000s");
        plant.carries("B", "X").heard("5001s", "X", "1,2");
        assertEquals(
                List.of("10s unknown_tag X of ?X since 10s", "5001s ended unknown_tag X of ?X since 10s"),
                plant.told());
        Finding told = plant.findings().get(0);
        assertEquals("yellow", told.level());
        assertEquals(List.of(new Finding.Evidence("?X", "X", 1, 2, 0.0, 0.5, 10_000)), told.evidence());
    }

    @Test
    void anUnknownTagThatHasBeenSilentForLongIsGone() {
        plant.nobodyCarries("X").heard("10s", "X", "1,2").silent("40s", "X").until("339.999s");
        assertEquals(List.of("10s unknown_tag X of ?X since 10s"), plant.told());
        plant.until("340s");
        assertEquals("340s ended unknown_tag X of ?X since 10s", plant.told().get(1));
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void anUnknownTagThatIsHeardAgainIsNotGone() {
        plant.nobodyCarries("X").heard("10s", "X", "1,2").silent("40s", "X").heard("200s", "X", "1,2");
        plant.until("9999s");
        assertEquals(List.of("10s unknown_tag X of ?X since 10s"), plant.told());
    }

    @Test
    void whatAnUnknownTagSaysDoesNotMakeItForgottenLater() {
        plant.nobodyCarries("X").heard("10s", "X", "1,2").silent("40s", "X").says("100s", "X", "50%");
        plant.until("340s");
        assertEquals("340s ended unknown_tag X of ?X since 10s", plant.told().get(1));
    }

    @Test
    void anUnknownTagWrittenInTwoWaysIsOne() {
        plant.nobodyCarries("aa:1")
                .heard("10s", "aa:1", "1,2")
                .silent("40s", "aa:1")
                .heard("50s", "AA1", "1,2");
        plant.gone("60s", "AA1").carries("B", "AA1").heard("60s", "AA1", "1,2");
        assertEquals(
                List.of("10s unknown_tag aa:1 of ?AA1 since 10s", "60s ended unknown_tag aa:1 of ?AA1 since 10s"),
                plant.told());
        assertEquals(List.of("person B"), plant.leftOver());
    }

    @Test
    void anUnknownTagThatCallsForHelpAndIsSilentCallsOn() {
        plant.nobodyCarries("X")
                .heard("10s", "X", "1,2")
                .says("20s", "X", "pressed")
                .silent("40s", "X");
        plant.until("9999s").says("10000s", "X", "released");
        assertEquals(
                List.of(
                        "10s unknown_tag X of ?X since 10s",
                        "20s sos X of ?X since 19.8s",
                        "340s ended unknown_tag X of ?X since 10s",
                        "10000s ended sos X of ?X since 19.8s"),
                plant.told());
    }

    @Test
    void aKnownTagThatIsSilentWaitsForNothing() {
        plant.heard("10s", "T1", "1,2")
                .says("20s", "T1", "pressed")
                .unwatched()
                .silent("50s", "T1")
                .until("9999s");
        assertEquals(List.of("20s sos T1 of A since 19.8s"), plant.told());
        assertEquals(List.of("tag T1"), plant.leftOver(), "the press is remembered");
        assertNull(plant.wakeOfTag("T1"), "and nobody is woken for it");
    }

    @Test
    void anUnknownTagIsSaidSinceItsFixWasMade() {
        plant.nobodyCarries("X").news("10s", "X", TagNews.Kind.HEARD, DeviceStory.spot("9s", "1,2"), null, null);
        plant.nobodyCarries("Y").news("10s", "Y", TagNews.Kind.HEARD, null, null, null);
        assertEquals(List.of("10s unknown_tag X of ?X since 9s", "10s unknown_tag Y of ?Y since 10s"), plant.told());
    }

    @Test
    void whatIsHandedOnIsWhatCame() {
        TagSeen seen = new TagSeen(
                new TagNews(
                        "s",
                        "T1",
                        "T1",
                        "north",
                        "A",
                        false,
                        TagNews.Kind.STATUS,
                        null,
                        null,
                        DeviceStory.status("10s", "T1", "pressed"),
                        10_000,
                        4),
                "v1",
                List.of("unit"),
                true);
        List<DeviceOutput> events =
                new DeviceRule(DeviceOptions.standard()).onInput(null, seen).events();
        assertEquals(2, events.size());
        assertEquals(new DeviceOutput(null, seen), events.get(1), "after what was found");
        assertEquals(
                "10000 10000 identify/T1 0 4",
                seen.timeMillis() + " " + seen.eventMillis() + " " + seen.origin() + " " + seen.partition() + " "
                        + seen.offset());
    }

    @Test
    void theGoodLevelIsNotBelowTheLowOne() {
        DeviceOptions o = DeviceOptions.standard();
        assertEquals(20, levels(o, 20, 20).goodBatteryPercent());
        assertEquals(
                "device.battery_good must not be below device.battery_low (20), was 19",
                assertThrows(IllegalArgumentException.class, () -> levels(o, 20, 19))
                        .getMessage());
    }

    private static DeviceOptions levels(DeviceOptions o, int low, int good) {
        return new DeviceOptions(
                low,
                good,
                o.unknownForgetMillis(),
                o.offlineForgetMillis(),
                o.noTagMillis(),
                o.feedSilentMillis(),
                o.feedTags(),
                o.clockTags(),
                o.forgedMetres(),
                o.forgedJumps(),
                o.forgedWithinMillis(),
                o.forgedQuietMillis(),
                o.swapMetres(),
                o.swapTogetherMillis(),
                o.swapLastsMillis(),
                o.planVersion());
    }
}
