package io.muster.rules.place;

import io.muster.geometry.PlantPoint;
import io.muster.geometry.ZoneHit;
import io.muster.rules.fuse.Position;
import io.muster.rules.identify.Mark;
import io.muster.rules.identify.Technology;
import io.muster.rules.plan.SitePlan;
import io.muster.rules.plan.ZoneRule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the zones around a position and the tolerances that hold there.
 *
 * <p><b>Whose tolerances.</b> A fence's own values win over the profile's, with two exceptions. (1) Leaving: for everything but UWB the wider
 * of both holds (exit tolerance, tolerance timeout, exit delay), since whoever drew the fence knew the place and not the radio, and 1 m of
 * tolerance under BLE is a flapping count. (2) Entering: a fence that names a confirmation count or a time alone means that one alone; the
 * profile's other half would undercut it. A fence's {@code timeout} is taken as it is.
 *
 * <p><b>Floors.</b> A floor that the plan does not have is no floor for the lookup: every zone that contains the point is possible then. The
 * position keeps what was reported, marked {@link Mark#UNKNOWN_FLOOR}. A zone on every floor is sure whatever the floor.
 */
public final class Placer implements Serializable {
    private static final long serialVersionUID = 1;

    private final PlaceOptions options;

    /** By site. Derived from the plan alone: it saves work and changes no answer. */
    private transient volatile @Nullable Map<String, Reach> reaches;

    public Placer(PlaceOptions options) {
        this.options = options;
    }

    /** @param plan the one in force at the position's ordering time; null = none yet: no zones, and nothing to be outside of */
    public Placed place(Position position, @Nullable SitePlan plan) {
        if (plan == null) {
            return new Placed(marked(position, position.floor() == null, false), "", List.of());
        }
        Double floor = position.floor();
        if (floor != null && !plan.floors().isEmpty() && !plan.floors().contains(floor + 0.0)) {
            floor = null;
        }
        PlantPoint point = PlantPoint.metres(position.x(), position.y(), position.z(), floor);
        List<ZoneAt> zones = new ArrayList<>();
        boolean contained = false;
        for (ZoneHit hit : plan.locator().locate(point, reach(plan, position.technology()))) {
            ZoneAt zone = at(hit, plan.zones().get(hit.zone().id()), position.technology(), floor != null);
            contained |= zone.inside();
            zones.add(zone);
        }
        return new Placed(marked(position, floor == null, !contained), plan.version(), List.copyOf(zones));
    }

    private ZoneAt at(ZoneHit hit, @Nullable ZoneRule rule, Technology technology, boolean floorKnown) {
        Tolerances tolerances = tolerances(rule, technology);
        return new ZoneAt(
                hit.zone().id(),
                distance(hit),
                rule != null && rule.gatheringExempt(),
                tolerances.entryConfirmCount(),
                tolerances.entryConfirmMillis(),
                tolerances.exitToleranceMetres(),
                tolerances.toleranceTimeoutMillis(),
                tolerances.exitDelayMillis(),
                tolerances.staleAfterMillis(),
                floorKnown || hit.zone().floor() == null);
    }

    /** Containment is decided exactly, the distance is rounded: the sign follows the containment. */
    private static double distance(ZoneHit hit) {
        return switch (hit.containment()) {
            case INSIDE -> Math.min(hit.signedDistanceMetres(), 0);
            case ON_EDGE -> 0;
            case OUTSIDE -> Math.max(hit.signedDistanceMetres(), Double.MIN_VALUE);
        };
    }

    private Tolerances tolerances(@Nullable ZoneRule rule, Technology technology) {
        Tolerances ours = options.of(technology);
        if (rule == null) {
            return ours;
        }
        long stale = or(rule.timeoutMillis(), ours.staleAfterMillis());
        if (!options.fenceTolerances()) {
            return new Tolerances(
                    ours.entryConfirmCount(),
                    ours.entryConfirmMillis(),
                    ours.exitToleranceMetres(),
                    ours.toleranceTimeoutMillis(),
                    ours.exitDelayMillis(),
                    stale);
        }
        Integer count = rule.entryConfirmCount();
        Long millis = rule.entryConfirmMillis();
        Double metres = rule.exitToleranceMetres();
        double tolerance = metres == null ? ours.exitToleranceMetres() : metres;
        long timeout = or(rule.toleranceTimeoutMillis(), ours.toleranceTimeoutMillis());
        long delay = or(rule.exitDelayMillis(), ours.exitDelayMillis());
        if (technology != Technology.UWB) {
            tolerance = Math.max(tolerance, ours.exitToleranceMetres());
            timeout = longer(timeout, ours.toleranceTimeoutMillis());
            delay = Math.max(delay, ours.exitDelayMillis());
        }
        return new Tolerances(
                count != null ? count : millis != null ? Integer.MAX_VALUE : ours.entryConfirmCount(),
                millis != null ? millis : count != null ? -1 : ours.entryConfirmMillis(),
                tolerance,
                timeout,
                delay,
                stale);
    }

    private static long or(@Nullable Long own, long profile) {
        return own == null ? profile : own;
    }

    /** -1 is for ever. */
    private static long longer(long a, long b) {
        return a < 0 || b < 0 ? -1 : Math.max(a, b);
    }

    /** How far the widest tolerance of the plan goes for each technology. */
    private record Reach(SitePlan plan, double uwb, double ble, double other) {}

    @SuppressWarnings("ReferenceEquality") // comparing whole plans would cost more than what is saved
    private double reach(SitePlan plan, Technology technology) {
        Map<String, Reach> known = reaches;
        if (known == null) {
            known = new ConcurrentHashMap<>();
            reaches = known;
        }
        Reach reach = known.get(plan.site());
        if (reach == null || reach.plan() != plan) {
            reach = new Reach(
                    plan, widest(plan, Technology.UWB), widest(plan, Technology.BLE), widest(plan, Technology.OTHER));
            known.put(plan.site(), reach);
        }
        return switch (technology) {
            case UWB -> reach.uwb();
            case BLE -> reach.ble();
            case GNSS, OTHER -> reach.other();
        };
    }

    private double widest(SitePlan plan, Technology technology) {
        double widest = options.of(technology).exitToleranceMetres();
        for (ZoneRule rule : plan.zones().values()) {
            widest = Math.max(widest, tolerances(rule, technology).exitToleranceMetres());
        }
        return widest;
    }

    private static Position marked(Position p, boolean unknownFloor, boolean outside) {
        List<Mark> marks = new ArrayList<>(p.marks());
        if (unknownFloor && !marks.contains(Mark.UNKNOWN_FLOOR)) {
            marks.add(Mark.UNKNOWN_FLOOR);
        }
        if (outside && !marks.contains(Mark.OUTSIDE_PLAN)) {
            marks.add(Mark.OUTSIDE_PLAN);
        }
        if (marks.size() == p.marks().size()) {
            return p;
        }
        return new Position(
                p.site(),
                p.trackableId(),
                p.who(),
                p.providerId(),
                p.technology(),
                p.x(),
                p.y(),
                p.z(),
                p.floor(),
                p.accuracyMetres(),
                p.standingSinceMillis(),
                p.timeMillis(),
                p.eventMillis(),
                p.seq(),
                List.copyOf(marks));
    }
}
