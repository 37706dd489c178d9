package io.muster.contract.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {
    private static final String DAY = "86400000";

    @ParameterizedTest
    @EnumSource(TopicKind.class)
    void everyNameIsReadBack(TopicKind kind) {
        TopicName name = new TopicName("north", kind, kind.perVendor() ? "acme" : null);
        assertEquals(name, TopicName.parse(name.full()));
        assertEquals(name, TopicName.parseWithoutSite("north", name.withoutSite()));
        assertEquals("north." + name.withoutSite(), name.full());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "north",
                "north.",
                "north.alarms.acme",
                "north.location-updates",
                "north.location-updates.",
                "muster.alarms",
                "North.alarms",
                "1north.alarms",
                "north.alarm",
                "north.location-updates.muster",
                "north.location-updates.a.b",
                "muster.writer-epochs",
                "__consumer_offsets",
                "north..alarms"
            })
    void whatIsNoTopicOfASite(String topic) {
        assertNull(TopicName.parse(topic));
    }

    @Test
    void idsOfSitesAndVendors() {
        for (String good : List.of("a", "north", "n-1", "a".repeat(32))) {
            assertEquals(good, SiteId.check(good));
            assertEquals(good, VendorId.check(good));
        }
        for (String bad : List.of("", "1a", "A", "a_b", "a.b", "a".repeat(33), "muster", "北")) {
            assertThrows(IllegalArgumentException.class, () -> SiteId.check(bad), bad);
            assertThrows(IllegalArgumentException.class, () -> VendorId.check(bad), bad);
        }
        assertThrows(IllegalArgumentException.class, () -> SiteId.check("replay-1"));
        assertTrue(SiteId.wellFormed("replay-1"));
        assertTrue(SiteId.isReplay("replay-1"));
        assertThrows(IllegalArgumentException.class, () -> new TopicName("north", TopicKind.ALARMS, "acme"));
    }

    @Test
    void aSiteHasEveryTopicOnce() {
        List<TopicName> topics = Topics.ofSite("north", List.of("acme", "beta"));
        assertEquals(topics.size(), new HashSet<>(topics).size());
        assertTrue(topics.contains(new TopicName("north", TopicKind.REJECTED_UPDATES, "beta")));
        assertTrue(topics.contains(new TopicName("north", TopicKind.REJECTED_UPDATES, Topics.NO_VENDOR)));
        assertTrue(topics.contains(new TopicName("north", TopicKind.ALARMS, null)));
    }

    @ParameterizedTest
    @EnumSource(TopicKind.class)
    void settings(TopicKind kind) {
        Map<String, String> live = kind.settings(true);
        assertEquals("LogAppendTime", live.get("message.timestamp.type"));
        assertEquals("CreateTime", kind.settings(false).get("message.timestamp.type"));
        assertEquals("-1", kind.settings(false).get("retention.ms"));
        if (kind.input()) {
            assertEquals("delete", kind.settings(false).get("cleanup.policy"), "a replayed input keeps its ticks");
        }
        assertEquals("lz4", live.get("compression.type"));
        assertEquals(kind.perVendor() && kind.input() ? 4 : 1, kind.defaultPartitions());
        if (kind.input()) {
            assertEquals("2097152", live.get("max.message.bytes"));
        }
    }

    @Test
    void whatIsKeptHowLong() {
        assertEquals("8388608", TopicKind.ZONE_OCCUPANCY.settings(true).get("max.message.bytes"));
        assertEquals("1", TopicKind.ALARMS.settings(true).get("flush.messages"));
        assertEquals("1", TopicKind.ALARM_STATES.settings(true).get("flush.messages"));
        assertEquals("2592000000", TopicKind.LOCATION_UPDATES.settings(true).get("retention.ms"));
        assertEquals("31536000000", TopicKind.ALARMS.settings(true).get("retention.ms"));
        assertEquals("compact", TopicKind.PLANS.settings(true).get("cleanup.policy"));
        assertEquals(DAY, TopicKind.TRACKABLES.settings(true).get("min.compaction.lag.ms"));
        assertEquals("compact,delete", TopicKind.ZONE_OCCUPANCY.settings(true).get("cleanup.policy"));
        assertEquals("compact", TopicKind.ALARM_STATES.settings(true).get("cleanup.policy"));
        assertEquals("delete", TopicKind.ALARMS.settings(true).get("cleanup.policy"));
    }

    @Test
    void aTickNeedsKeyAndHeader() {
        assertTrue(Ticks.isTick(Ticks.key(), Map.of(Headers.TICK, Ticks.TICK)));
        assertFalse(Ticks.isTick(Ticks.key(), Map.of()));
        assertFalse(Ticks.isTick(new byte[] {1}, Map.of(Headers.TICK, Ticks.TICK)));
        assertFalse(Ticks.isTick(null, Map.of(Headers.TICK, Ticks.TICK)));
    }
}
