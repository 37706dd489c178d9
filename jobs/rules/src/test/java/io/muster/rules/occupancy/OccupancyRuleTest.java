package io.muster.rules.occupancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.alarm.Driven;
import io.muster.rules.alarm.Finding;
import io.muster.rules.fence.Presence;
import io.muster.rules.fence.PresenceChange;
import io.muster.rules.identify.Who;
import io.muster.rules.plan.ZoneDefinition;
import io.muster.rules.plan.ZoneRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OccupancyRuleTest {
    private static final List<Presence> PRESENCES = List.of(Presence.values());

    private final Driven<OccupancyState, ZoneInput, OccupancyOutput> zone =
            new Driven<>(new OccupancyRule(OccupancyOptions.defaults()));
    private long seq;

    @Test
    void theFourthPersonIsOneTooMany() {
        limit(0, 3);
        at(1_000, "A", Presence.CONFIRMED);
        at(2_000, "B", Presence.CONFIRMED);
        at(3_000, "C", Presence.CONFIRMED);
        assertEquals(List.of(), findings());
        at(4_000, "D", Presence.CONFIRMED);
        assertEquals(List.of("4000 over orange [A, B, C, D] 4/3 since 3900"), findings());
    }

    @Test
    void endsOnceWhenTheNumberFallsToTheLimit() {
        limit(0, 3);
        enter(1_000, "A", "B", "C", "D");
        at(9_000, "B", Presence.ABSENT);
        at(9_500, "C", Presence.ABSENT);
        assertEquals(
                List.of("1000 over orange [A, B, C, D] 4/3 since 900", "9000 ended orange [A, C, D] 3/3 since 900"),
                findings());
    }

    @Test
    void tellsEveryChangeOfThePersonsWhileTooMany() {
        limit(0, 3);
        enter(1_000, "A", "B", "C", "D");
        at(2_000, "E", Presence.CONFIRMED);
        at(3_000, "A", Presence.STALE);
        at(4_000, "A", Presence.ABSENT);
        assertEquals(
                List.of(
                        "1000 over orange [A, B, C, D] 4/3 since 900",
                        "2000 over orange [A, B, C, D, E] 5/3 since 900",
                        "3000 over orange [A, B, C, D, E] 5/3 since 900",
                        "4000 over orange [B, C, D, E] 4/3 since 900"),
                findings());
    }

    @Test
    void turnsRedAtTwiceTheLimitAndOne() {
        limit(0, 3);
        enter(1_000, "A", "B", "C", "D", "E", "F");
        at(2_000, "G", Presence.CONFIRMED);
        assertEquals(
                "2000 over red [A, B, C, D, E, F, G] 7/3 since 900", findings().get(3));
        assertEquals(
                "1000 over orange [A, B, C, D, E, F] 6/3 since 900", findings().get(2));
    }

    @Test
    void whereNobodyMayBeTheFirstPersonIsRed() {
        limit(0, 0);
        enter(1_000, "A");
        assertEquals(List.of("1000 over red [A] 1/0 since 900"), findings());
    }

    @Test
    void lossIsNotExitAndDoubtDoesNotCount() {
        limit(0, 3);
        enter(1_000, "A", "B", "C");
        at(2_000, "A", Presence.STALE);
        at(3_000, "D", Presence.POSSIBLE);
        assertEquals(List.of(), findings());
        assertEquals("3000 2+1?+1~ by 0", counts().get(counts().size() - 1));
        at(4_000, "E", Presence.CONFIRMED);
        assertEquals(List.of("4000 over orange [A, B, C, E] 4/3 since 3900"), findings());
    }

    @Test
    void staleOnesCountOnlyWhereTheZoneSaysSo() {
        zone.give(ZoneInput.of(definition(0, rule(3, List.of(), false))));
        enter(1_000, "A", "B", "C", "D");
        at(2_000, "D", Presence.STALE);
        assertEquals(
                List.of("1000 over orange [A, B, C, D] 4/3 since 900", "2000 ended orange [A, B, C] 3/3 since 900"),
                findings());
    }

    @Test
    void onlyTheCountedTypesCount() {
        zone.give(ZoneInput.of(definition(0, rule(1, List.of("02"), true))));
        give(1_000, "A", Presence.CONFIRMED, "01");
        give(1_000, "B", Presence.CONFIRMED, "02");
        assertEquals(List.of(), findings());
        give(2_000, "C", Presence.CONFIRMED, "02");
        assertEquals(List.of("2000 over orange [B, C] 2/1 since 1900"), findings());
    }

    @Test
    void aLowerLimitRisesAtOnceAndAHigherOneEnds() {
        limit(0, 3);
        enter(1_000, "A", "B");
        limit(2_000, 1);
        limit(3_000, 2);
        assertEquals(
                List.of("2000 over orange [A, B] 2/1 since 2000", "3000 ended orange [A, B] 2/2 since 2000"),
                findings());
    }

    @Test
    void aZoneThatLeavesThePlanHasNoLimitAndKeepsItsPeople() {
        limit(0, 1);
        enter(1_000, "A", "B");
        zone.give(ZoneInput.of(definition(2_000, null)));
        assertEquals("2000 ended orange [A, B] 2/- since 900", findings().get(1));
        assertEquals("2000 2+0?+0~ by null", counts().get(counts().size() - 1));
    }

    @Test
    void whatIsToldTwiceChangesNothing() {
        limit(0, 1);
        at(1_000, "A", Presence.CONFIRMED);
        at(1_500, "A", Presence.CONFIRMED);
        at(1_600, "Z", Presence.ABSENT);
        limit(1_700, 1);
        assertEquals(List.of("0 0+0?+0~ by 0", "1000 1+0?+0~ by 0"), counts());
    }

    @Test
    void tellsAgainAtEachFiveSecondsWhileAnybodyIsThere() {
        limit(0, 3);
        at(6_000, "A", Presence.POSSIBLE);
        at(10_000, "A", Presence.POSSIBLE);
        at(15_000, "A", Presence.CONFIRMED);
        zone.wakeUpTo(20_000);
        at(21_000, "A", Presence.ABSENT);
        zone.wakeUpTo(60_000);
        assertEquals(
                List.of(
                        "0 0+0?+0~ by 0",
                        "6000 0+1?+0~ by 0",
                        "10000 0+1?+0~ by 0 again",
                        "15000 1+0?+0~ by 0",
                        "20000 1+0?+0~ by 0 again",
                        "21000 0+0?+0~ by 0"),
                counts());
        assertEquals(null, zone.wakeAt());
    }

    @Test
    void carriesTheFixOfEveryoneWhoCounts() {
        limit(0, 1);
        enter(1_000, "B", "A");
        Finding finding = finding(zone.told().size() - 1);
        assertEquals(
                List.of(
                        new Finding.Evidence("A", "tag-A", 1, 2, 0.0, 0.3, 900),
                        new Finding.Evidence("B", "tag-B", 1, 2, 0.0, 0.3, 900)),
                finding.evidence());
    }

    @Test
    void equalsARecountFromTheWholeLog() {
        for (long seed = 1; seed <= 30; seed++) {
            recount(seed);
        }
    }

    private static void recount(long seed) {
        OccupancyRuleTest test = new OccupancyRuleTest();
        Random random = new Random(seed);
        List<ZoneInput> log = new ArrayList<>();
        long time = 0;
        for (int i = 0; i < 300; i++) {
            time += random.nextInt(4) * 700L;
            ZoneInput input = random.nextInt(15) == 0
                    ? ZoneInput.of(test.definition(
                            time,
                            random.nextInt(5) == 0
                                    ? null
                                    : rule(
                                            random.nextInt(6) == 0 ? null : random.nextInt(5),
                                            random.nextBoolean() ? List.of() : List.of("01"),
                                            random.nextBoolean())))
                    : ZoneInput.of(test.change(
                            time,
                            "P" + random.nextInt(9),
                            PRESENCES.get(random.nextInt(4)),
                            "0" + (1 + random.nextInt(2))));
            log.add(input);
            test.zone.give(input);
            check(test, log, "seed " + seed + ", input " + i);
        }
    }

    /** The obvious way: the last word on each person, and the last zone. */
    private static void check(OccupancyRuleTest test, List<ZoneInput> log, String where) {
        Map<String, PresenceChange> last = new TreeMap<>();
        ZoneRule rule = null;
        for (ZoneInput each : log) {
            PresenceChange presence = each.presence();
            ZoneDefinition definition = each.zone();
            if (presence != null) {
                last.put(presence.trackableId(), presence);
            } else if (definition != null) {
                rule = definition.rule();
            }
        }
        ZoneRule now = rule;
        List<String> counted = last.values().stream()
                .filter(p ->
                        p.to() == Presence.CONFIRMED || (p.to() == Presence.STALE && now != null && now.staleCounts()))
                .filter(p -> now == null
                        || now.countedPersonTypes().isEmpty()
                        || now.countedPersonTypes().contains(p.who().personType()))
                .map(PresenceChange::trackableId)
                .toList();
        ZoneCount count = test.lastCount();
        if (count != null) {
            assertEquals(
                    last.values().stream()
                            .filter(p -> p.to() != Presence.ABSENT)
                            .map(p -> p.trackableId() + p.to())
                            .toList(),
                    count.members().stream()
                            .map(m -> m.trackableId() + m.state())
                            .toList(),
                    where);
            assertEquals(
                    last.values().stream().filter(p -> p.to() == Presence.STALE).count(), count.stale(), where);
        }
        Integer limit = now == null ? null : now.limit();
        boolean over = limit != null && counted.size() > limit;
        Finding finding = test.lastFinding();
        assertEquals(over, finding != null && finding.active(), where);
        if (over && finding != null) {
            assertEquals(counted, finding.trackableIds(), where);
        }
        List<Finding> findings = test.allFindings();
        for (int i = 0; i < findings.size(); i++) {
            assertEquals(i + 1, findings.get(i).seq(), where);
            boolean before = i > 0 && findings.get(i - 1).active();
            assertTrue(findings.get(i).active() || before, where + ": ends what was not there");
        }
    }

    private void limit(long millis, int limit) {
        zone.give(ZoneInput.of(definition(millis, rule(limit, List.of(), true))));
    }

    private void enter(long millis, String... people) {
        Arrays.stream(people).forEach(person -> at(millis, person, Presence.CONFIRMED));
    }

    private void at(long millis, String person, Presence presence) {
        give(millis, person, presence, "01");
    }

    private void give(long millis, String person, Presence presence, String type) {
        zone.give(ZoneInput.of(change(millis, person, presence, type)));
    }

    private PresenceChange change(long millis, String person, Presence presence, String type) {
        return InZone.change(millis, person, presence, Who.of(null, type), ++seq);
    }

    private ZoneDefinition definition(long millis, @Nullable ZoneRule rule) {
        return new ZoneDefinition("s", "Z", rule, "v1", millis, ++seq);
    }

    private static ZoneRule rule(@Nullable Integer limit, List<String> types, boolean staleCounts) {
        return InZone.rule("Tank", limit, null, types, staleCounts);
    }

    private List<String> counts() {
        return zone.told().stream()
                .map(OccupancyOutput::count)
                .filter(count -> count != null)
                .map(count -> count.timeMillis() + " " + count.confirmed() + "+" + count.possible() + "?+"
                        + count.stale() + "~ by " + count.overBy() + (count.report() ? " again" : ""))
                .collect(Collectors.toList());
    }

    private List<Finding> allFindings() {
        return zone.told().stream()
                .map(OccupancyOutput::finding)
                .filter(finding -> finding != null)
                .toList();
    }

    private List<String> findings() {
        return allFindings().stream()
                .map(f -> f.timeMillis() + (f.active() ? " over " : " ended ") + f.level() + " " + f.trackableIds()
                        + " " + whole(f.observed()) + "/" + whole(f.limit()) + " since " + f.onsetMillis())
                .toList();
    }

    private static String whole(@Nullable Double number) {
        return number == null ? "-" : String.valueOf(number.intValue());
    }

    private Finding finding(int index) {
        Finding finding = zone.told().get(index).finding();
        if (finding == null) {
            throw new AssertionError("no finding at " + index);
        }
        return finding;
    }

    private @Nullable Finding lastFinding() {
        List<Finding> all = allFindings();
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    private @Nullable ZoneCount lastCount() {
        ZoneCount last = null;
        for (OccupancyOutput each : zone.told()) {
            ZoneCount count = each.count();
            last = count == null ? last : count;
        }
        return last;
    }
}
