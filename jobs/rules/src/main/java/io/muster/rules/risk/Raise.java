package io.muster.rules.risk;

import io.muster.rules.context.GasAlarm;
import io.muster.rules.context.Permit;
import io.muster.rules.gathering.GatheringChange;
import io.muster.rules.gathering.GatheringChange.Member;
import io.muster.rules.plan.ZoneRisk;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How much worse the surroundings make a gathering. They only raise: by one level however many reasons there are, to red for gas and for very many
 * people. A pre-warning warns nobody, and is not raised.
 */
final class Raise {
    private static final List<String> LEVELS = List.of("blue", "yellow", "orange", "red");
    /** Hot work, confined space, blind, lifting (GB 30871). */
    private static final Set<String> RISKY = Set.of("01", "02", "03", "70", "50", "61", "62", "63");

    /** Hot work of the special class, confined space. */
    private static final Set<String> GRAVEST = Set.of("01", "70");

    private static final Set<String> HOT_WORK = Set.of("01", "02", "03");

    private final RiskState state;
    private final RiskOptions options;
    private final GatheringChange base;
    private final long nowMillis;
    private final TreeSet<String> found = new TreeSet<>();
    private final TreeSet<String> permits = new TreeSet<>();
    private boolean red;

    private Raise(RiskState state, RiskOptions options, GatheringChange base, long nowMillis) {
        this.state = state;
        this.options = options;
        this.base = base;
        this.nowMillis = nowMillis;
    }

    /** @param permitIds at work where the gathering is, sorted */
    record Result(String level, List<String> reasons, List<String> permitIds) {}

    /** @param baseSinceMillis since when the count has said at least this level */
    static Result of(RiskState state, RiskOptions options, GatheringChange base, long baseSinceMillis, long nowMillis) {
        Raise raise = new Raise(state, options, base, nowMillis);
        raise.permits();
        if (base.type() == GatheringChange.Type.PAIR) {
            return raise.pair();
        }
        if (isForeseen(base)) {
            return new Result(base.baseLevel(), List.of(), List.copyOf(raise.permits));
        }
        raise.zones();
        raise.gas();
        raise.count();
        raise.duration(baseSinceMillis);
        return new Result(raise.level(), List.copyOf(raise.found), List.copyOf(raise.permits));
    }

    /** It warns nobody yet, or never. */
    static boolean isForeseen(GatheringChange base) {
        return LEVELS.indexOf(base.baseLevel()) < 1;
    }

    /** Two in a red zone where hot work of the special class or work in a confined space goes on. */
    private Result pair() {
        boolean red = base.fenceIds().stream()
                .map(state.zones()::get)
                .anyMatch(risk -> risk != null && "red".equals(risk.colour()));
        for (String permitId : permits) {
            @Nullable Permit permit = state.permits().get(permitId);
            if (red && permit != null && GRAVEST.contains(permit.ticketType())) {
                found.add(RiskReasons.PERMIT + " " + permitId + " (two in a red zone)");
            }
        }
        String level = found.isEmpty() ? GatheringChange.NONE : LEVELS.get(0);
        return new Result(level, List.copyOf(found), List.copyOf(permits));
    }

    private String level() {
        int worst = LEVELS.size() - 1;
        int level = LEVELS.indexOf(base.baseLevel());
        return LEVELS.get(red ? worst : Math.min(worst, level + (found.isEmpty() ? 0 : 1)));
    }

    private void zones() {
        boolean lasting = nowMillis - base.startMillis() >= options.lastingMillis();
        for (String fenceId : base.fenceIds()) {
            @Nullable ZoneRisk risk = state.zones().get(fenceId);
            if (risk == null) {
                continue;
            }
            String colour = risk.colour();
            Integer unit = risk.unitClass();
            if ("red".equals(colour)) {
                found.add(RiskReasons.ZONE + " " + fenceId + " (red)");
            }
            if (unit != null && unit <= 2) {
                found.add(RiskReasons.ZONE + " " + fenceId + " (unit class " + unit + ")");
            }
            if (lasting && "orange".equals(colour)) {
                found.add(RiskReasons.ZONE_LASTING + " " + fenceId + " (orange)");
            }
            if (lasting && unit != null && unit > 2) {
                found.add(RiskReasons.ZONE_LASTING + " " + fenceId + " (unit class " + unit + ")");
            }
        }
    }

    private void permits() {
        for (Permit permit : state.permits().values()) {
            boolean valid = permit.startMillis() <= nowMillis && nowMillis < permit.endMillis();
            if (!permit.working() || !valid || !isThere(permit)) {
                continue;
            }
            permits.add(permit.permitId());
            int named = named(permit).size();
            if (RISKY.contains(permit.ticketType()) && base.count() > named && !isForeseen(base)) {
                found.add(RiskReasons.PERMIT + " " + permit.permitId() + " (names " + named + ")");
            }
        }
    }

    private static Set<String> named(Permit permit) {
        Set<String> named = new TreeSet<>(permit.workers());
        if (permit.guardian() != null) {
            named.add(permit.guardian());
        }
        if (permit.approver() != null) {
            named.add(permit.approver());
        }
        return named;
    }

    /** Somebody is within the place of the work. */
    private boolean isThere(Permit permit) {
        String fenceId = permit.fenceId();
        if (fenceId != null && base.fenceIds().contains(fenceId)) {
            return true;
        }
        Double x = permit.x();
        Double y = permit.y();
        if (x == null || y == null) {
            return false;
        }
        double radius = permit.radiusMetres() == null ? 0 : permit.radiusMetres();
        double reach = HOT_WORK.contains(permit.ticketType()) ? Math.max(options.hotWorkMetres(), radius) : radius;
        return nearest(x, y) <= reach;
    }

    private void gas() {
        for (GasAlarm gas : state.gas().values()) {
            if (isNear(gas)) {
                red = true;
                found.add(RiskReasons.GAS + " " + gas.gasAlarmId() + " (" + gas.gas() + ")");
            }
        }
    }

    /** It rings within the gathering, or near somebody of it. On another floor it is not near; where it says no floor it may be. */
    private boolean isNear(GasAlarm gas) {
        String fenceId = gas.fenceId();
        if (fenceId != null && base.fenceIds().contains(fenceId)) {
            return true;
        }
        Double x = gas.x();
        Double y = gas.y();
        Double floor = gas.floor();
        if (x == null || y == null || (floor != null && floor != base.floor())) {
            return false;
        }
        return Math.hypot(x - base.x(), y - base.y()) <= base.radiusMetres() || nearest(x, y) <= options.gasMetres();
    }

    private double nearest(double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Member member : base.members()) {
            nearest = Math.min(nearest, Math.hypot(x - member.x(), y - member.y()));
        }
        return nearest;
    }

    private void count() {
        if (base.count() >= options.catastrophicFrom()) {
            many(options.catastrophicFrom(), "particularly major");
        } else if (base.count() >= options.majorFrom()) {
            many(options.majorFrom(), "major");
        }
    }

    private void many(int from, String accident) {
        red = true;
        found.add(RiskReasons.COUNT + " " + from + " or more (potential " + accident + " accident)");
    }

    private void duration(long baseSinceMillis) {
        if (base.baseLevel().equals("yellow") && nowMillis - baseSinceMillis >= options.yellowMillis()) {
            found.add(RiskReasons.DURATION + " " + options.yellowMillis() / 60_000 + " min (yellow)");
        }
    }
}
