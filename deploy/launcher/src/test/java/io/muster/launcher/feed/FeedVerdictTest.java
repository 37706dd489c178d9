package io.muster.launcher.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.topic.TopicKind;
import io.muster.launcher.report.Figure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A vendor's feed as the site sees it: a fix is generated, and arrives some ms later; times are ms after 12:00:00. */
class FeedVerdictTest {
    private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;

    private final FeedTally tally = new FeedTally(Set.of("T1", "T2")::contains);
    private long offset;

    @Test
    void aHealthyFeedPasses() {
        for (long at = 0; at < 60; at += 2) {
            fix("T1", at * 1_000, 200);
            fix("T2", at * 1_000 + 500, 300);
        }
        FeedVerdict verdict = verdict();
        assertTrue(verdict.passed());
        assertEquals(60, value(verdict, "messages"));
        assertEquals(1, value(verdict, "rate"));
        assertEquals(2, value(verdict, "tags"));
        assertEquals(2_000, value(verdict, "sampling_gap_p99"));
        assertEquals(300, value(verdict, "delay_p99"));
        assertEquals(200, value(verdict, "clock_offset"));
        assertEquals(0, value(verdict, "unknown_tags"));
    }

    @Test
    void nothingIsNoPass() {
        FeedVerdict verdict = verdict();
        assertFalse(verdict.passed());
        assertTrue(figure(verdict, "messages").isMissed());
    }

    @Test
    void tagsThatAreSeenEach12SecondsAreOutsideTheLimit() {
        for (long at = 0; at < 60; at += 12) {
            fix("T1", at * 1_000, 200);
        }
        assertEquals(12_000, value(verdict(), "sampling_gap_p99"));
        assertFalse(verdict().passed());
    }

    @Test
    void aTagThatFallsSilentIsNotBetterThanASlowOne() {
        fix("T1", 0, 0);
        fix("T1", 2_000, 0);
        FeedVerdict verdict = verdict();
        assertEquals(58_000, value(verdict, "sampling_gap_max"), "from 2 s to the end of the minute");
        assertEquals(1, value(verdict, "silent_tags"));
        assertFalse(verdict.passed());
    }

    @Test
    void aBatchAfterAnOutageIsLateButNoGap() {
        for (long at = 0; at < 60; at += 2) {
            fix("T1", at * 1_000, 58_000 - at * 1_000);
        }
        FeedVerdict verdict = verdict();
        assertEquals(2_000, value(verdict, "sampling_gap_max"));
        assertEquals(58_000, value(verdict, "delay_max"));
        assertTrue(figure(verdict, "delay_p99").isMissed());
    }

    @Test
    void aClockThatIsAheadIsSeenByTheLeastDelay() {
        fix("T1", 3_000, -2_900);
        fix("T1", 4_000, -2_800);
        Figure offset = figure(verdict(), "clock_offset");
        assertEquals(-2_900, offset.value());
        assertTrue(offset.detail().contains("ahead"), offset.detail());
    }

    @Test
    void duplicatesAndDisorderAreCountedAndMakeNoGap() {
        fix("T1", 0, 0);
        fix("T1", 4_000, 0);
        fix("T1", 2_000, 2_500);
        fix("T1", 4_000, 1_000);
        FeedVerdict verdict = verdict();
        assertEquals(1, value(verdict, "out_of_order"));
        assertEquals(1, value(verdict, "duplicates"));
        assertEquals(2_000, value(verdict, "sampling_gap_p50"), "by the vendor's time, whatever the order");
    }

    @Test
    void aTagMayHearSeveralBeaconsAtOnce() {
        sighting("T1", "B1", 0);
        sighting("T1", "B2", 0);
        sighting("T1", "B2", 0);
        assertEquals(1, value(verdict(), "duplicates"));
    }

    @Test
    void strangersAndWrongKeysAreNamed() {
        fix("T1", 0, 0);
        fix("X9", 0, 0);
        fix("X9", 2_000, 0);
        take("other-key", fixOf("T2", 0), 0);
        FeedVerdict verdict = verdict();
        assertEquals(1, value(verdict, "unknown_tags"));
        assertTrue(figure(verdict, "unknown_tags").detail().endsWith(": X9"));
        assertEquals(1, value(verdict, "wrong_keys"));
    }

    @Test
    void rejectsAreToldByReasonWithOneSampleEach() {
        take("T1", "no JSON\nat all", 0);
        take("T1", "{\"provider_id\":\"T1\"}", 0);
        take("T1", "also none", 0);
        FeedVerdict verdict = verdict();
        assertEquals(3, value(verdict, "rejected"));
        assertEquals(2, value(verdict, "rejected.unreadable_json"));
        String sample = figure(verdict, "rejected.unreadable_json").detail();
        assertTrue(
                sample.startsWith("location-updates.acme#0 offset 0: ") && sample.endsWith("no JSON at all"), sample);
        assertEquals(1, value(verdict, "rejected.no_position"));
    }

    @Test
    void whatTheJobRejectsBesidesCountsOnce() {
        fix("T1", 0, 0);
        take("T1", "none", 0);
        rejectedByJob("unreadable_json", 1);
        rejectedByJob("outside_everything", 0);
        rejectedByJob("outside_everything", -7);
        FeedVerdict verdict = verdict();
        assertEquals(1, value(verdict, "rejected.unreadable_json"), "found here already");
        assertEquals(1, value(verdict, "rejected.outside_everything"), "the other came before the watch");
    }

    private void fix(String tag, long generated, long delay) {
        take(tag, fixOf(tag, generated), generated + delay);
    }

    private static String fixOf(String tag, long generated) {
        return "{\"position\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"source\":\"s\",\"provider_type\":\"uwb\",\"provider_id\":\""
                + tag + "\",\"timestamp_generated\":\"" + Instant.ofEpochMilli(NOON + generated) + "\"}";
    }

    private void sighting(String tag, String beacon, long generated) {
        String value = "{\"source\":\"" + beacon + "\",\"provider_type\":\"ibeacon\",\"provider_id\":\"" + tag
                + "\",\"timestamp_generated\":\"" + Instant.ofEpochMilli(NOON + generated) + "\"}";
        raw(TopicKind.PROXIMITY_UPDATES, tag, value, generated);
    }

    private void take(String key, String value, long arrival) {
        raw(TopicKind.LOCATION_UPDATES, key, value, arrival);
    }

    private void raw(TopicKind kind, @Nullable String key, String value, long arrival) {
        tally.take(new FeedTally.Raw(
                kind,
                kind.wire() + ".acme",
                0,
                offset++,
                NOON + arrival,
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8)));
    }

    private void rejectedByJob(String reason, long of) {
        tally.rejectedByJob(reason, "d", "location-updates.acme", 0, of, new byte[0]);
    }

    private FeedVerdict verdict() {
        return FeedVerdict.of(tally, 2, NOON + MINUTE, MINUTE);
    }

    private static Figure figure(FeedVerdict verdict, String name) {
        return verdict.figures().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double value(FeedVerdict verdict, String name) {
        Double value = figure(verdict, name).value();
        return value == null ? Double.NaN : value;
    }
}
