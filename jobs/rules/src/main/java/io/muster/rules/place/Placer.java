package io.muster.rules.place;

import io.muster.geometry.PlantPoint;
import io.muster.geometry.Zone;
import io.muster.geometry.ZoneHit;
import io.muster.rules.fuse.Position;
import io.muster.rules.identify.Mark;
import io.muster.rules.identify.Technology;
import io.muster.rules.plan.Gate;
import io.muster.rules.plan.SitePlan;
import io.muster.rules.plan.ZoneRole;
import io.muster.rules.plan.ZoneRule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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
        return place(position, null, plan);
    }

    /**
     * @param before where the person was at the fix before; null = not known
     * @param plan as above
     */
    public Placed place(Position position, @Nullable Position before, @Nullable SitePlan plan) {
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
        Reach reach = reach(plan);
        Map<String, Terms> terms = reach.of(position.technology());
        for (ZoneHit hit : plan.locator().locate(point, reach.metres(position.technology()))) {
            Terms its = terms.get(hit.zone().id());
            if (its == null || !its.isThereAt(position.timeMillis())) {
                continue;
            }
            ZoneAt zone = at(hit, its, floor != null);
            contained |= zone.inside();
            zones.add(zone);
        }
        return new Placed(
                marked(position, floor == null, !contained),
                plan.version(),
                List.copyOf(zones),
                passages(position, before, plan, terms));
    }

    private List<Passage> passages(
            Position position, @Nullable Position before, SitePlan plan, Map<String, Terms> terms) {
        if (!options.passages() || before == null) {
            return List.of();
        }
        List<Passage> passages = new ArrayList<>();
        for (Zone zone : Passages.between(before, position, plan.dangerous())) {
            Terms its = terms.get(zone.id());
            if (its != null && its.isThereAt(position.timeMillis())) {
                passages.add(Passages.of(zone, its.traits(), before, position));
            }
        }
        return List.copyOf(passages);
    }

    private ZoneAt at(ZoneHit hit, Terms terms, boolean floorKnown) {
        return new ZoneAt(
                hit.zone().id(),
                distance(hit),
                terms.gatheringExempt(),
                terms.tolerances(),
                floorKnown || hit.zone().floor() == null,
                terms.traits());
    }

    /** The gate with the areas behind it; null = the plan has no such gate. */
    public @Nullable GateAt gate(String fenceId, @Nullable SitePlan plan, long nowMillis) {
        Gate gate = plan == null ? null : plan.gates().get(fenceId);
        if (plan == null || gate == null) {
            return null;
        }
        Reach reach = reach(plan);
        List<ZoneAt> areas = new ArrayList<>();
        for (String id : gate.areaIds()) {
            Terms terms = reach.of(Technology.UWB).get(id);
            if (terms != null && terms.isThereAt(nowMillis)) {
                areas.add(new ZoneAt(id, 0, terms.gatheringExempt(), terms.tolerances(), true, terms.traits()));
            }
        }
        return new GateAt(gate.fenceId(), gate.x(), gate.y(), gate.floor(), gate.radiusMetres(), List.copyOf(areas));
    }

    /** Containment is decided exactly, the distance is rounded: the sign follows the containment. */
    private static double distance(ZoneHit hit) {
        return switch (hit.containment()) {
            case INSIDE -> Math.min(hit.signedDistanceMetres(), 0);
            case ON_EDGE -> 0;
            case OUTSIDE -> Math.max(hit.signedDistanceMetres(), Double.MIN_VALUE);
        };
    }

    private Tolerances tolerances(ZoneRule rule, Technology technology) {
        Tolerances ours = options.of(technology);
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

    /** What holds in a zone for a technology. */
    private record Terms(ZoneRule rule, Tolerances tolerances, ZoneTraits traits) {
        boolean gatheringExempt() {
            return rule.gatheringExempt();
        }

        boolean isThereAt(long millis) {
            return rule.isThereAt(millis);
        }
    }

    /** The terms of a plan, by fence, and how far its widest tolerance goes, for each technology. */
    private static final class Reach {
        final SitePlan plan;
        private final Map<Technology, Map<String, Terms>> terms = new EnumMap<>(Technology.class);
        private final Map<Technology, Double> metres = new EnumMap<>(Technology.class);

        Reach(SitePlan plan) {
            this.plan = plan;
        }

        Map<String, Terms> of(Technology technology) {
            return terms.getOrDefault(technology, Map.of());
        }

        double metres(Technology technology) {
            return metres.getOrDefault(technology, 0.0);
        }
    }

    @SuppressWarnings("ReferenceEquality") // comparing whole plans would cost more than what is saved
    private Reach reach(SitePlan plan) {
        Map<String, Reach> known = reaches;
        if (known == null) {
            known = new ConcurrentHashMap<>();
            reaches = known;
        }
        Reach reach = known.get(plan.site());
        if (reach == null || reach.plan != plan) {
            reach = measured(plan);
            known.put(plan.site(), reach);
        }
        return reach;
    }

    private Reach measured(SitePlan plan) {
        Reach reach = new Reach(plan);
        for (Technology technology : Technology.values()) {
            double widest = options.of(technology).exitToleranceMetres();
            Map<String, Terms> byFence = new HashMap<>();
            for (ZoneRule rule : plan.zones().values()) {
                Tolerances tolerances = tolerances(rule, technology);
                widest = Math.max(widest, tolerances.exitToleranceMetres());
                byFence.put(rule.fenceId(), new Terms(rule, tolerances, traits(rule, plan)));
            }
            reach.terms.put(technology, byFence);
            reach.metres.put(technology, widest);
        }
        return reach;
    }

    private static ZoneTraits traits(ZoneRule rule, SitePlan plan) {
        return new ZoneTraits(
                plan.behindGates().contains(rule.fenceId()),
                rule.conduct().tagsPutAway(),
                rule.conduct().motionlessMillis() != null
                        || rule.role() == ZoneRole.HAZARD
                        || rule.role() == ZoneRole.FORBIDDEN
                        || !rule.risk().hazards().isEmpty(),
                rule.validUntilMillis());
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
