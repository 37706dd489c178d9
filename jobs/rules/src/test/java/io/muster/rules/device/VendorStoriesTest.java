package io.muster.rules.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.muster.rules.alarm.Finding;
import io.muster.rules.identify.FeedHeard;
import io.muster.rules.identify.TagNews;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is wrong with a vendor as a whole. Life is told once in two seconds, so a silence of 10 s counts from the end of the span. */
class VendorStoriesTest {
    private final DeviceStory plant = DeviceStory.standard().unwatched();

    @Test
    void aVendorWithTagsThatSaysNothingIsSilentUntilItsNextRecord() {
        heard(5);
        plant.feed("2s", "north").until("13.999s");
        assertEquals(List.of(), plant.told());
        plant.until("14s").feed("20.5s", "north");
        assertEquals(
                List.of(
                        "14s vendor_feed_silent north of of-T1 of-T2 of-T3 of-T4 of-T5 since 2s 5.0/10.0",
                        "20.5s ended vendor_feed_silent north of of-T1 of-T2 of-T3 of-T4 of-T5 since 2s 5.0/10.0"),
                plant.told());
        plant.until("31.999s");
        assertEquals(2, plant.told().size());
        plant.until("32s");
        assertEquals(
                "32s vendor_feed_silent north of of-T1 of-T2 of-T3 of-T4 of-T5 since 20.5s 5.0/10.0",
                plant.told().get(2));
    }

    @Test
    void theSilenceIsTheVendors() {
        heard(5);
        plant.feed("2s", "north").until("14s");
        assertEquals(
                new Finding(
                        "s",
                        "vendor_feed_silent",
                        "vendor",
                        "north",
                        true,
                        "orange",
                        2_000,
                        List.of(),
                        List.of("of-T1", "of-T2", "of-T3", "of-T4", "of-T5"),
                        0,
                        0,
                        0,
                        10.0,
                        5.0,
                        "vendor_feed_silent",
                        1,
                        "v1",
                        List.of(),
                        "device-vendor",
                        14_000,
                        14_000,
                        1,
                        List.of(),
                        "north"),
                plant.findings().get(0));
    }

    @Test
    void aSilentVendorNamesThoseWhoCarryItsTagsNow() {
        heard(6);
        plant.silent("1s", "T6")
                .carries("Z", "T1")
                .heard("1s", "T1", "0,0")
                .carries("Z", "T2")
                .heard("1s", "T2", "0,0");
        plant.feed("2s", "north").until("14s");
        assertEquals(
                List.of("Z", "of-T3", "of-T4", "of-T5"), plant.findings().get(0).trackableIds());
    }

    @Test
    void lifePutsTheLookOff() {
        heard(5);
        plant.feed("2s", "north").feed("5.9s", "north").until("15.999s");
        assertEquals(List.of(), plant.told());
        plant.until("16s");
        assertEquals(1, plant.told().size());
    }

    @Test
    void ofFewTagsNobodyCanSayWhetherTheyOrTheVendorIsSilent() {
        heard(4);
        plant.feed("2s", "north").until("9999s");
        assertEquals(List.of(), plant.told());
    }

    @Test
    void tagsThatFellSilentBeforeDoNotCount() {
        heard(5);
        plant.feed("2s", "north").silent("3s", "T5").until("9999s");
        assertEquals(List.of(), plant.told());
        plant.heard("10000s", "T5", "0,0").feed("10000s", "north").until("10012s");
        assertEquals(1, plant.told().size());
    }

    @Test
    void tagsThatFallSilentMeanwhileNeitherEndNorRepeatIt() {
        heard(5);
        plant.feed("2s", "north").until("14s");
        for (int i = 1; i <= 5; i++) {
            plant.silent("31s", "T" + i);
        }
        plant.until("9999s");
        assertEquals(
                List.of("14s vendor_feed_silent north of of-T1 of-T2 of-T3 of-T4 of-T5 since 2s 5.0/10.0"),
                plant.told());
    }

    @Test
    void anOlderRecordDoesNotMakeTheSilenceLonger() {
        VendorRule rule = new VendorRule(DeviceOptions.standard());
        VendorState state =
                Objects.requireNonNull(rule.onInput(null, feed(7_000)).next());
        assertEquals(18_000L, rule.onInput(state, feed(5_000)).wakeAtMillis());
        assertEquals(20_000L, rule.onInput(state, feed(8_000)).wakeAtMillis());
    }

    @Test
    void whatIsSaidAtTheMomentOfTheLookDoesNotPreventIt() {
        heard(5);
        plant.feed("2s", "north").clockWrong("14s", "T1").until("14s");
        assertEquals(
                List.of("14s vendor_feed_silent north of of-T1 of-T2 of-T3 of-T4 of-T5 since 2s 5.0/10.0"),
                plant.told());
    }

    @Test
    void aVendorThatHasNotBeenHeardIsNotWaitedFor() {
        heard(5);
        plant.until("9999s");
        assertEquals(List.of(), plant.told());
    }

    @Test
    void threeWrongClocksAreTheVendors() {
        heard(9);
        plant.clockWrong("10s", "T1").clockWrong("11s", "T2");
        assertEquals(List.of(), plant.told());
        plant.clockWrong("12s", "T3")
                .clockWrong("13s", "T4")
                .clockRight("20s", "T1")
                .clockRight("21s", "T2");
        assertEquals(
                List.of(
                        "12s clock_fault north of  since 12s 3.0/3.0",
                        "21s ended clock_fault north of  since 12s 3.0/3.0"),
                plant.told());
    }

    @Test
    void allTagsThatAreHeardMakeItTheVendorsToo() {
        heard(2);
        plant.clockWrong("10s", "T1");
        assertEquals(List.of(), plant.told());
        plant.silent("20s", "T2");
        assertEquals(List.of("20s clock_fault north of  since 20s 1.0/3.0"), plant.told());
        plant.heard("30s", "T2", "0,0");
        assertEquals(
                "30s ended clock_fault north of  since 20s 1.0/3.0",
                plant.told().get(1));
    }

    @Test
    void whatIsSaidOfClocksStaysWhileTheFeedIsHeard() {
        heard(3);
        plant.clockWrong("1s", "T1")
                .clockWrong("1s", "T2")
                .clockWrong("1s", "T3")
                .feed("2s", "north")
                .until("99s");
        assertEquals(List.of("1s clock_fault north of  since 1s 3.0/3.0"), plant.told());
    }

    @Test
    void jumpsAndWhatATagSaysSayNothingOfItsVendor() {
        assertNull(VendorInput.of(news(TagNews.Kind.JUMPED)));
        assertNull(VendorInput.of(news(TagNews.Kind.SETTLED)));
        assertNull(VendorInput.of(news(TagNews.Kind.GONE)));
        assertNull(VendorInput.of(news(TagNews.Kind.STATUS)));
        VendorInput silent = Objects.requireNonNull(VendorInput.of(news(TagNews.Kind.SILENT)));
        assertEquals("s north 10000 10000 identify/T1 0 4", text(silent));
    }

    @Test
    void lifeStandsWhereItsRecordStands() {
        assertEquals("s north 7000 7000 location-updates.north 2 11", text(feed(7_000)));
        assertThrows(IllegalStateException.class, () -> new VendorInput(null, null).timeMillis());
        assertEquals("", new VendorInput(null, null).site() + new VendorInput(null, null).vendor());
    }

    private void heard(int tags) {
        for (int i = 1; i <= tags; i++) {
            plant.heard("0s", "T" + i, "0,0");
        }
    }

    private static VendorInput feed(long millis) {
        return VendorInput.of(new FeedHeard("s", "north", millis, "location-updates.north", 2, 11));
    }

    private static TagNews news(TagNews.Kind kind) {
        return new TagNews("s", "T1", "T1", "north", "A", false, kind, null, null, null, 10_000, 4);
    }

    private static String text(VendorInput in) {
        return in.site() + " " + in.vendor() + " " + in.timeMillis() + " " + in.eventMillis() + " " + in.origin() + " "
                + in.partition() + " " + in.offset();
    }
}
