package io.muster.rules.occupancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.muster.rules.Stands;
import io.muster.rules.alarm.Driven;
import io.muster.rules.alarm.Finding;
import io.muster.rules.fence.Presence;
import io.muster.rules.fence.PresenceChange;
import io.muster.rules.identify.Who;
import io.muster.rules.plan.ZoneDefinition;
import io.muster.rules.plan.ZoneRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the count of a zone says, and when it is told again. */
class ZoneCountTest {
    private final Driven<OccupancyState, ZoneInput, OccupancyOutput> zone =
            new Driven<>(new OccupancyRule(OccupancyOptions.defaults()));
    private long seq;

    @Test
    void everybodyIsSplitByDepartmentTypeAndPost() {
        zone(0, "Tank", 3);
        enter(1_000, "A", Presence.CONFIRMED, new Who("ops", "01", "pump man", null, null));
        enter(1_000, "B", Presence.STALE, new Who("ops", "02", null, null, null));
        enter(1_000, "C", Presence.POSSIBLE, new Who("lab", "03", "guest", null, null));
        ZoneCount count = last();
        assertEquals(Map.of("ops", 2), count.byDepartment(), "who may be there is in no split");
        assertEquals(Map.of("01", 1, "02", 1), count.byPersonType());
        assertEquals(Map.of("pump man", 1, "unknown", 1), count.byPost());
        assertEquals("Tank PF-4b 3 2 0", text(count));
    }

    @Test
    void aNewPostDepartmentOrTypeIsNews() {
        zone(0, "Tank", 3);
        enter(1_000, "A", Presence.CONFIRMED, new Who("ops", "01", "pump man", null, null));
        enter(2_000, "A", Presence.CONFIRMED, new Who("ops", "01", "shift leader", null, null));
        assertEquals(Map.of("shift leader", 1), last().byPost());
        enter(3_000, "A", Presence.CONFIRMED, new Who("lab", "01", "shift leader", null, null));
        assertEquals(Map.of("lab", 1), last().byDepartment());
        enter(4_000, "A", Presence.CONFIRMED, new Who("lab", "02", "shift leader", null, null));
        assertEquals(Map.of("02", 1), last().byPersonType());
        zone(5_000, "Tank 7", 3);
        assertEquals("Tank 7", last().name());
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L, 6L),
                counts().stream().map(ZoneCount::seq).toList());
    }

    @Test
    void whatWasToldAtAMomentIsNotToldAgainAtThatMoment() {
        zone(0, "Tank", 3);
        enter(5_000, "A", Presence.CONFIRMED, Who.of(null, "01"));
        zone.wakeUpTo(9_999);
        assertEquals(2, counts().size());
        assertEquals(10_000, zone.wakeAt());
        enter(10_000, "B", Presence.CONFIRMED, Who.of(null, "01"));
        zone.wakeUpTo(14_999);
        assertEquals(3, counts().size());
        assertEquals(15_000, zone.wakeAt());
        zone.wakeUpTo(15_000);
        assertEquals("15000 15000 occupancy/Z 0 4", Stands.where(last()));
        assertEquals(20_000, zone.wakeAt());
    }

    @Test
    void whoMayBeThereTooIsNewsOfAFinding() {
        zone(0, "Tank", 1);
        enter(1_000, "A", Presence.CONFIRMED, Who.of(null, "01"));
        enter(1_000, "B", Presence.CONFIRMED, Who.of(null, "01"));
        enter(2_000, "C", Presence.POSSIBLE, Who.of(null, "01"));
        zone(3_000, "Tank 7", 1);
        assertEquals(List.of(0, 1), findings().stream().map(Finding::possible).toList());
    }

    @Test
    void aLimitThatChangesIsNewsOfAFinding() {
        zone(0, "Tank", 1);
        enter(1_000, "A", Presence.CONFIRMED, Who.of(null, "01"));
        enter(1_000, "B", Presence.CONFIRMED, Who.of(null, "01"));
        enter(1_000, "C", Presence.CONFIRMED, Who.of(null, "01"));
        zone(2_000, "Tank", 2);
        assertEquals(
                List.of(1.0, 1.0, 2.0), findings().stream().map(Finding::limit).toList());
    }

    @Test
    void whatComesInStandsWhereItWasTold() {
        ZoneInput presence = ZoneInput.of(change(1_000, "A", Presence.CONFIRMED, Who.of(null, "01")));
        assertEquals("s Z", presence.site() + " " + presence.fenceId());
        assertEquals(Stands.where(Objects.requireNonNull(presence.presence())), Stands.where(presence));
        ZoneInput plan = ZoneInput.of(new ZoneDefinition("s", "Z", null, "v1", 500, 7));
        assertEquals("s Z", plan.site() + " " + plan.fenceId());
        assertEquals(Stands.where(Objects.requireNonNull(plan.zone())), Stands.where(plan));
        assertThrows(IllegalStateException.class, () -> new ZoneInput(null, null).timeMillis());
    }

    @Test
    void aZoneWithoutAPlanHasNeitherNameNorLimit() {
        enter(1_000, "A", Presence.CONFIRMED, Who.of(null, "01"));
        ZoneCount count = last();
        assertEquals("null null null null null", text(count));
        assertNull(lastFinding());
        assertEquals("v1", count.planVersion(), "that of the fix");
    }

    @Test
    void aReportTimeIsLongerThanNothing() {
        assertEquals(1, new OccupancyOptions(1).reportMillis());
        assertThrows(IllegalArgumentException.class, () -> new OccupancyOptions(0));
    }

    private static String text(ZoneCount count) {
        return count.name() + " " + count.limitSource() + " " + count.limit() + " " + count.minimum() + " "
                + count.overBy();
    }

    private List<ZoneCount> counts() {
        return zone.told().stream()
                .map(OccupancyOutput::count)
                .filter(Objects::nonNull)
                .toList();
    }

    private ZoneCount last() {
        List<ZoneCount> all = counts();
        return all.get(all.size() - 1);
    }

    private List<Finding> findings() {
        return zone.told().stream()
                .map(OccupancyOutput::finding)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Finding lastFinding() {
        List<Finding> all = findings();
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    private void zone(long millis, String name, int limit) {
        ZoneRule rule = InZone.rule(name, limit, 2, List.of(), true);
        zone.give(ZoneInput.of(new ZoneDefinition("s", "Z", rule, "v1", millis, ++seq)));
    }

    private void enter(long millis, String person, Presence presence, Who who) {
        zone.give(ZoneInput.of(change(millis, person, presence, who)));
    }

    private PresenceChange change(long millis, String person, Presence presence, Who who) {
        return InZone.change(millis, person, presence, who, ++seq);
    }
}
