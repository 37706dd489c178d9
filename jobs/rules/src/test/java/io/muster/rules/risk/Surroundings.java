package io.muster.rules.risk;

import io.muster.rules.alarm.Driven;
import io.muster.rules.alarm.Finding;
import io.muster.rules.context.Evacuation;
import io.muster.rules.context.GasAlarm;
import io.muster.rules.context.Notice;
import io.muster.rules.context.Permit;
import io.muster.rules.gathering.GatheringChange;
import io.muster.rules.plan.PlannedZone;
import io.muster.rules.plan.ZoneDefinition;
import io.muster.rules.plan.ZoneRisk;
import io.muster.rules.plan.ZoneRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A site around gatherings, second by second from 0 s. People of a gathering stand in a row, 1 m apart, from (0, 0) on. */
final class Surroundings {
    final Driven<RiskState, RiskInput, RiskOutput> site = new Driven<>(new RiskRule(RiskOptions.standard(), "v1"));
    private final Map<String, Long> numbers = new HashMap<>();
    private int silent;
    private long now;
    private long offset;

    Surroundings at(long seconds) {
        now = seconds * 1_000;
        return this;
    }

    /** From now on the first so many of each gathering are silent. */
    Surroundings silent(int count) {
        silent = count;
        return this;
    }

    Surroundings zone(String fenceId, @Nullable String colour, @Nullable Integer unitClass) {
        return zone(fenceId, new ZoneRisk(List.of(), colour, unitClass));
    }

    Surroundings gone(String fenceId) {
        site.give(RiskInput.of(new ZoneDefinition("s", fenceId, null, "v2", now, ++offset)));
        return this;
    }

    private Surroundings zone(String fenceId, ZoneRisk risk) {
        ZoneRule rule = PlannedZone.of(fenceId).risk(risk).rule();
        site.give(RiskInput.of(new ZoneDefinition("s", fenceId, rule, "v1", now, ++offset)));
        return this;
    }

    /** Work in a fence, for an hour from now. */
    Surroundings permit(String id, String type, String status, String fenceId, String... workers) {
        return give(new Permit(
                id, type, status, now, now + 3_600_000, fenceId, null, null, null, null, List.of(workers), null));
    }

    Surroundings give(Permit permit) {
        return notice(permit, null, null);
    }

    Surroundings gas(String id, boolean raised, @Nullable String fenceId, @Nullable Double x, @Nullable Double floor) {
        return notice(null, new GasAlarm(id, raised, fenceId, x, x == null ? null : 0.0, floor, "toxic"), null);
    }

    Surroundings evacuation(String id, Evacuation.Message message, String... points) {
        return notice(null, null, new Evacuation(id, message, false, null, List.of(points), List.of()));
    }

    private Surroundings notice(@Nullable Permit permit, @Nullable GasAlarm gas, @Nullable Evacuation evacuation) {
        site.give(RiskInput.of(new Notice("s", permit, gas, evacuation, null, null, now, now, "notices", 0, ++offset)));
        return this;
    }

    /** Is told now as of this count, all its people in the fence, since 0 s. */
    Surroundings gathering(String id, GatheringChange.Type type, int count, String... fenceIds) {
        return gathering(id, type, count, 0, fenceIds);
    }

    /** @param elsewhere so many more of its people are in no fence */
    Surroundings gathering(String id, GatheringChange.Type type, int count, int elsewhere, String... fenceIds) {
        List<GatheringChange.Member> members = new ArrayList<>();
        for (int i = 0; i < count + elsewhere; i++) {
            members.add(new GatheringChange.Member(
                    String.format("P%02d", i),
                    "tag",
                    i,
                    0,
                    0,
                    0.5,
                    i < silent,
                    i < count ? List.of(fenceIds) : List.of(),
                    now));
        }
        int all = members.size();
        String level = all == 2
                ? GatheringChange.NONE
                : type == GatheringChange.Type.PRE_WARNING ? "blue" : all >= 7 ? "red" : all >= 4 ? "orange" : "yellow";
        site.give(RiskInput.of(new GatheringChange(
                "s",
                id,
                type,
                0,
                0,
                (all - 1) / 2.0,
                0,
                (all - 1) / 2.0,
                all,
                silent,
                all,
                level,
                level,
                List.of(),
                List.of(),
                members,
                List.of(fenceIds),
                "v0",
                new GatheringChange.Limits(3, 15, 60_000),
                null,
                type == GatheringChange.Type.END ? now : null,
                type == GatheringChange.Type.END ? GatheringChange.DISPERSED : null,
                null,
                now,
                now,
                numbers.merge(id, 1L, Long::sum))));
        return this;
    }

    List<GatheringChange> changes() {
        List<GatheringChange> changes = new ArrayList<>();
        site.told().forEach(each -> {
            GatheringChange change = each.change();
            if (change != null) {
                changes.add(change);
            }
        });
        return changes;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        site.told().forEach(each -> {
            Finding finding = each.finding();
            if (finding != null) {
                findings.add(finding);
            }
        });
        return findings;
    }

    /** Findings: when, level, whether active, reasons. */
    List<String> story() {
        return findings().stream()
                .map(f -> f.timeMillis() / 1_000 + " " + (f.active() ? f.level() : "over") + " " + f.reasons())
                .toList();
    }

    GatheringChange last() {
        return changes().get(changes().size() - 1);
    }
}
