package io.muster.rules.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.Seeds;
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
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random plants, with everything in them coming and going, against the obvious way: look at all there is, again at each moment. */
class RiskTwinTest {
    private static final List<String> LEVELS = List.of("blue", "yellow", "orange", "red");
    private static final List<String> FENCES = List.of("a", "b", "c", "d");
    private static final String[] TYPES = {"01", "03", "10", "30", "50", "62", "70"};

    private final Map<String, ZoneRisk> zones = new HashMap<>();
    private final Map<String, Permit> permits = new HashMap<>();
    private final Map<String, GasAlarm> gas = new HashMap<>();
    private final Map<String, Evacuation> evacuations = new HashMap<>();
    /** What the count has said of those that have not ended. */
    private final Map<String, List<GatheringChange>> bases = new HashMap<>();

    private long offset;
    private int gatherings;

    @Test
    void whateverSurroundsThemGatheringsHaveTheLevelThatIsDue() {
        long seeds = Seeds.upTo(200);
        int raised = 0;
        int quiet = 0;
        int pairs = 0;
        int ended = 0;
        for (long seed = 1; seed <= seeds; seed++) {
            zones.clear();
            permits.clear();
            gas.clear();
            evacuations.clear();
            bases.clear();
            Random random = new Random(seed);
            Driven<RiskState, RiskInput, RiskOutput> site = new Driven<>(new RiskRule(RiskOptions.standard(), "v1"));
            long now = 0;
            int told = 0;
            Map<String, GatheringChange> last = new HashMap<>();
            for (int step = 0; step < 120; step++) {
                now += (1 + random.nextInt(20)) * 1_000L;
                site.give(event(random, now));
                site.wakeUpTo(now);
                for (RiskOutput each : site.told().subList(told, site.told().size())) {
                    GatheringChange change = each.change();
                    if (change != null) {
                        follows(last.put(change.id(), change), change, "seed " + seed + ", step " + step);
                    }
                }
                told = site.told().size();
                for (Map.Entry<String, List<GatheringChange>> each : bases.entrySet()) {
                    @Nullable GatheringChange is = last.get(each.getKey());
                    String where = "seed " + seed + ", step " + step + ", " + each.getKey();
                    List<String> reasons = new ArrayList<>();
                    @Nullable String due = due(each.getValue(), now, reasons);
                    assertEquals(due != null, is != null && is.type() != GatheringChange.Type.END, where);
                    if (due == null || is == null) {
                        quiet++;
                        continue;
                    }
                    // What lasting alone changes is told with the next word of the gathering.
                    if (is.timeMillis() == now) {
                        assertEquals(due, is.level(), where + " " + reasons);
                        assertEquals(reasons, is.reasons(), where);
                    }
                    assertEquals(withoutLasting(reasons), withoutLasting(is.reasons()), where);
                    assertTrue(LEVELS.indexOf(is.level()) >= LEVELS.indexOf(is.baseLevel()), where);
                    raised += is.level().equals(is.baseLevel()) ? 0 : 1;
                    pairs += is.baseLevel().equals(GatheringChange.NONE) ? 1 : 0;
                }
                for (GatheringChange each : last.values()) {
                    boolean isOver = !bases.containsKey(each.id());
                    assertTrue(!isOver || each.type() == GatheringChange.Type.END, each.id());
                    ended += isOver && each.timeMillis() == now ? 1 : 0;
                }
            }
            findings(site, last, "seed " + seed);
        }
        assertTrue(raised > 10 * seeds, "too calm: " + raised);
        String much = "raised " + raised + ", quiet " + quiet + ", pairs " + pairs + ", ended " + ended;
        assertTrue(quiet > 10 * seeds && pairs > seeds / 4 && ended > seeds, much);
    }

    /** One thing is told: it begins, goes on, and ends once; and it may begin again, where it was exempt meanwhile. */
    private static void follows(@Nullable GatheringChange before, GatheringChange change, String where) {
        Supplier<String> both = () -> where + ": " + before + ", then " + change;
        assertEquals(before == null ? 1 : before.seq() + 1, change.seq(), both);
        String level = before == null || before.type() == GatheringChange.Type.END ? "" : before.level();
        boolean isShown = !level.isEmpty();
        switch (change.type()) {
            case END -> assertTrue(isShown, both);
            case ONGOING -> assertTrue(isShown && !level.equals("blue"), both);
            case START -> assertTrue(!isShown || level.equals("blue"), both);
            case PRE_WARNING -> assertEquals("blue", change.level(), both);
            case PAIR -> throw new AssertionError(both.get());
        }
    }

    private static List<String> withoutLasting(List<String> reasons) {
        return reasons.stream()
                .filter(each -> !each.startsWith("zone_lasting ") && !each.startsWith("duration "))
                .toList();
    }

    /** A finding says what the change of its moment says, and is over once: when nothing is told of its gathering any more. */
    private static void findings(
            Driven<RiskState, RiskInput, RiskOutput> site, Map<String, GatheringChange> last, String where) {
        Map<String, Finding> newest = new HashMap<>();
        for (RiskOutput each : site.told()) {
            Finding finding = each.finding();
            if (finding != null) {
                @Nullable Finding before = newest.put(finding.subjectId(), finding);
                assertTrue(finding.active() || (before != null && before.active()), where);
                assertEquals(before == null ? 1 : before.seq() + 1, finding.seq(), where);
            }
        }
        assertEquals(last.keySet(), newest.keySet(), where);
        for (Finding each : newest.values()) {
            @Nullable GatheringChange change = last.get(each.subjectId());
            assertEquals(change != null && change.type() != GatheringChange.Type.END, each.active(), where);
            assertEquals(change == null ? null : change.level(), each.level(), where);
        }
    }

    private RiskInput event(Random random, long now) {
        switch (random.nextInt(9)) {
            case 0 -> {
                String fence = FENCES.get(random.nextInt(FENCES.size()));
                ZoneRisk risk = new ZoneRisk(
                        List.of(),
                        new String[] {"blue", "yellow", "orange", "red", null}[random.nextInt(5)],
                        random.nextInt(3) > 0 ? null : Integer.valueOf(1 + random.nextInt(4)));
                zones.put(fence, risk);
                return RiskInput.of(zone(fence, risk, now));
            }
            case 1 -> {
                boolean inFence = random.nextBoolean();
                Permit permit = new Permit(
                        "p" + random.nextInt(4),
                        TYPES[random.nextInt(TYPES.length)],
                        random.nextInt(3) > 0 ? "2" : "3",
                        now - 1_000 + random.nextInt(100_000),
                        now + random.nextInt(900_000),
                        inFence ? FENCES.get(random.nextInt(FENCES.size())) : null,
                        inFence ? null : Double.valueOf(random.nextInt(100)),
                        inFence ? null : Double.valueOf(random.nextInt(100)),
                        inFence ? null : Double.valueOf(1 + random.nextInt(30)),
                        random.nextBoolean() ? "P1" : null,
                        List.of("P1", "P2", "P3", "P4").subList(0, random.nextInt(5)),
                        null);
                permits.put(permit.permitId(), permit);
                return notice(permit, null, null, now);
            }
            case 2 -> {
                boolean inFence = random.nextBoolean();
                GasAlarm ring = new GasAlarm(
                        "g" + random.nextInt(2),
                        random.nextBoolean(),
                        inFence ? FENCES.get(random.nextInt(FENCES.size())) : null,
                        inFence ? null : Double.valueOf(random.nextInt(140) - 20),
                        inFence ? null : Double.valueOf(random.nextInt(140) - 20),
                        new Double[] {null, 0.0, 1.0}[random.nextInt(3)],
                        "toxic");
                gas.put(ring.gasAlarmId(), ring);
                return notice(null, ring, null, now);
            }
            case 3 -> {
                boolean starts = evacuations.isEmpty() && random.nextBoolean();
                Evacuation call = new Evacuation(
                        "e" + random.nextInt(2),
                        starts ? Evacuation.Message.START : Evacuation.Message.END,
                        false,
                        null,
                        FENCES.subList(0, random.nextInt(4)),
                        List.of());
                if (starts) {
                    evacuations.put(call.evacuationId(), call);
                } else {
                    evacuations.remove(call.evacuationId());
                }
                return notice(null, null, call, now);
            }
            default -> {
                return RiskInput.of(gathering(random, now));
            }
        }
    }

    private GatheringChange gathering(Random random, long now) {
        List<String> open = bases.keySet().stream().sorted().toList();
        String id = (open.size() < 4 && random.nextInt(4) == 0) || open.isEmpty()
                ? (random.nextInt(3) == 0 ? "pair " : "many ") + ++gatherings
                : open.get(random.nextInt(open.size()));
        List<GatheringChange> history = bases.computeIfAbsent(id, any -> new ArrayList<>());
        boolean isPair = id.startsWith("pair ");
        boolean ends = !history.isEmpty() && random.nextInt(8) == 0;
        int count = isPair ? 2 : 3 + random.nextInt(random.nextInt(6) == 0 ? 30 : 3);
        List<GatheringChange.Member> members = new ArrayList<>();
        TreeSet<String> fences = new TreeSet<>();
        double x = random.nextInt(100);
        for (int i = 0; i < count; i++) {
            List<String> in = isPair || random.nextInt(3) == 0 ? List.of(FENCES.get(random.nextInt(4))) : List.of();
            fences.addAll(in);
            members.add(new GatheringChange.Member(
                    "P" + i, "t", x + random.nextInt(20), random.nextInt(100), 0, 1, false, in, now));
        }
        boolean isGathering = history.stream().anyMatch(each -> each.type() == GatheringChange.Type.START);
        GatheringChange.Type type = isPair
                ? GatheringChange.Type.PAIR
                : isGathering
                        ? GatheringChange.Type.ONGOING
                        : random.nextBoolean() ? GatheringChange.Type.PRE_WARNING : GatheringChange.Type.START;
        String level = isPair
                ? GatheringChange.NONE
                : type == GatheringChange.Type.PRE_WARNING
                        ? "blue"
                        : count >= 7 ? "red" : count >= 4 ? "orange" : "yellow";
        type = ends ? GatheringChange.Type.END : type;
        GatheringChange change = new GatheringChange(
                "s",
                id,
                type,
                0,
                history.isEmpty() ? now - 60_001 : history.get(0).startMillis(),
                x + 10,
                50,
                40,
                count,
                0,
                count,
                level,
                level,
                List.of(),
                List.of(),
                members,
                List.copyOf(fences),
                "v1",
                new GatheringChange.Limits(3, 15, 60_000),
                null,
                ends ? now : null,
                ends ? GatheringChange.DISPERSED : null,
                null,
                now,
                now,
                history.size() + 1);
        history.add(change);
        if (ends) {
            bases.remove(id);
        }
        return change;
    }

    /** The level, and why; null = nothing is told of it. */
    private @Nullable String due(List<GatheringChange> history, long now, List<String> reasons) {
        GatheringChange base = history.get(history.size() - 1);
        if (isExempt(base)) {
            return null;
        }
        if (base.type() == GatheringChange.Type.PAIR) {
            return pair(base, now, reasons);
        }
        if (base.baseLevel().equals("blue")) {
            return "blue";
        }
        TreeMap<String, Boolean> found = new TreeMap<>();
        boolean lasting = now - base.startMillis() >= 300_000;
        for (GatheringChange.Member member : base.members()) {
            for (String fence : member.fenceIds()) {
                ZoneRisk risk = zones.getOrDefault(fence, ZoneRisk.NONE);
                int unit = risk.unitClass() == null ? 9 : risk.unitClass();
                String colour = String.valueOf(risk.colour());
                put(found, colour.equals("red"), "zone " + fence + " (red)", false);
                put(found, unit <= 2, "zone " + fence + " (unit class " + unit + ")", false);
                put(found, colour.equals("orange") && lasting, "zone_lasting " + fence + " (orange)", false);
                put(
                        found,
                        unit >= 3 && unit <= 4 && lasting,
                        "zone_lasting " + fence + " (unit class " + unit + ")",
                        false);
            }
        }
        for (Permit permit : permits.values()) {
            boolean risky = List.of("01", "03", "50", "62", "70").contains(permit.ticketType());
            TreeSet<String> named = new TreeSet<>(permit.workers());
            if (permit.guardian() != null) {
                named.add(permit.guardian());
            }
            put(
                    found,
                    risky && isWorkThere(permit, base, now) && base.count() > named.size(),
                    "permit " + permit.permitId() + " (names " + named.size() + ")",
                    false);
        }
        for (GasAlarm ring : gas.values()) {
            Double gx = ring.x();
            Double gy = ring.y();
            boolean near = base.fenceIds().contains(String.valueOf(ring.fenceId()));
            if (gx != null && gy != null && !Double.valueOf(1).equals(ring.floor())) {
                near |= Math.hypot(gx - base.x(), gy - base.y()) <= base.radiusMetres();
                for (GatheringChange.Member member : base.members()) {
                    near |= Math.hypot(gx - member.x(), gy - member.y()) <= 30;
                }
            }
            put(found, ring.raised() && near, "gas " + ring.gasAlarmId() + " (toxic)", true);
        }
        put(found, base.count() >= 10 && base.count() < 30, "count 10 or more (potential major accident)", true);
        put(found, base.count() >= 30, "count 30 or more (potential particularly major accident)", true);
        int from = history.size() - 1;
        while (from > 0 && history.get(from - 1).baseLevel().equals(base.baseLevel())) {
            from--;
        }
        boolean long10 = now - history.get(from).timeMillis() >= 600_000;
        put(found, base.baseLevel().equals("yellow") && long10, "duration 10 min (yellow)", false);
        reasons.addAll(found.keySet());
        int level = LEVELS.indexOf(base.baseLevel()) + (found.isEmpty() ? 0 : 1);
        return found.containsValue(true) ? "red" : LEVELS.get(Math.min(3, level));
    }

    /** Fewer than make one are left without the people at muster points. */
    private boolean isExempt(GatheringChange base) {
        TreeSet<String> points = new TreeSet<>();
        evacuations.values().forEach(each -> points.addAll(each.musterFenceIds()));
        int elsewhere = 0;
        for (GatheringChange.Member each : base.members()) {
            elsewhere += each.fenceIds().stream().anyMatch(points::contains) ? 0 : 1;
        }
        return !points.isEmpty() && elsewhere < (base.type() == GatheringChange.Type.PAIR ? 2 : 3);
    }

    /** Two are told where work of the gravest kind goes on in a red zone. */
    private @Nullable String pair(GatheringChange base, long now, List<String> reasons) {
        TreeSet<String> found = new TreeSet<>();
        for (String fence : base.fenceIds()) {
            for (Permit permit : permits.values()) {
                if ("red".equals(zones.getOrDefault(fence, ZoneRisk.NONE).colour())
                        && List.of("01", "70").contains(permit.ticketType())
                        && isWorkThere(permit, base, now)) {
                    found.add("permit " + permit.permitId() + " (two in a red zone)");
                }
            }
        }
        reasons.addAll(found);
        return found.isEmpty() ? null : "blue";
    }

    private static boolean isWorkThere(Permit permit, GatheringChange base, long now) {
        boolean hot = permit.ticketType().startsWith("0");
        boolean there = false;
        for (GatheringChange.Member member : base.members()) {
            Double px = permit.x();
            Double py = permit.y();
            Double radius = permit.radiusMetres();
            there |= member.fenceIds().contains(String.valueOf(permit.fenceId()));
            if (px != null && py != null && radius != null) {
                double far = Math.sqrt(Math.pow(px - member.x(), 2) + Math.pow(py - member.y(), 2));
                there |= far <= radius || (hot && far <= 15);
            }
        }
        return there && permit.ticketStatus().equals("2") && permit.startMillis() <= now && now < permit.endMillis();
    }

    private static void put(Map<String, Boolean> found, boolean holds, String reason, boolean red) {
        if (holds) {
            found.put(reason, red);
        }
    }

    private ZoneDefinition zone(String fence, ZoneRisk risk, long now) {
        ZoneRule rule = PlannedZone.of(fence).risk(risk).rule();
        return new ZoneDefinition("s", fence, rule, "v1", now, ++offset);
    }

    private RiskInput notice(@Nullable Permit permit, @Nullable GasAlarm ring, @Nullable Evacuation call, long now) {
        return RiskInput.of(new Notice("s", permit, ring, call, null, null, now, now, "notices", 0, ++offset));
    }
}
