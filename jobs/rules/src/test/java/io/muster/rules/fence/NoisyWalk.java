package io.muster.rules.fence;

import io.muster.geometry.Zone;
import io.muster.geometry.ZoneShape;
import io.muster.rules.Step;
import io.muster.rules.fuse.FuseOptions;
import io.muster.rules.fuse.FuseRule;
import io.muster.rules.fuse.FuseState;
import io.muster.rules.fuse.Position;
import io.muster.rules.identify.Fix;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import io.muster.rules.place.PlaceOptions;
import io.muster.rules.place.Placer;
import io.muster.rules.plan.PlannedZone;
import io.muster.rules.plan.SitePlan;
import io.muster.rules.plan.ZoneRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One tag with noise that is alike from fix to fix (AR(1)), by fuse, place and fence: a person near the edge of the 15 m square of AQ 3064.3 Annex A.5,
 * a fix each 2 s.
 */
final class NoisyWalk {
    static final long PERIOD_MILLIS = 2_000;
    static final double SIDE = 15;
    /** Of two normal errors of 1 m, 68.27 % lie within so many metres. */
    static final double ERROR_PER_SIGMA = Math.sqrt(-2 * Math.log(1 - 0.6827));

    /** Where the person truly is. */
    interface Way {
        double[] at(long millis);
    }

    private final FuseRule fuse = new FuseRule(FuseOptions.standard());
    private final Placer placer = new Placer(PlaceOptions.standard());
    private final FenceRule fence = new FenceRule(FenceOptions.standard());
    private final String person;
    private final SitePlan plan;
    /** Entries and exits. */
    final List<PresenceChange> changes = new ArrayList<>();
    /** Everything that is told of the person. */
    final List<PresenceChange> presences = new ArrayList<>();

    private @Nullable FuseState fused;
    private @Nullable FenceState state;
    private @Nullable Long wakeAt;

    NoisyWalk() {
        this("wang");
    }

    NoisyWalk(String person) {
        this.person = person;
        plan = SitePlan.of(
                "plant",
                "v1",
                List.of(new Zone("square", ZoneShape.polygon(List.of(ring())), null, null, null)),
                Map.of("square", rule()));
    }

    private static List<double[]> ring() {
        return List.of(new double[] {0, 0}, new double[] {SIDE, 0}, new double[] {SIDE, SIDE}, new double[] {0, SIDE});
    }

    /** At most three people. */
    static ZoneRule rule() {
        return PlannedZone.of("square").limit(3).rule();
    }

    /** Walks from 0 to {@code untilMillis}; the first fix is at a random moment of the first period. */
    NoisyWalk walk(Random random, Way way, double errorMetres, double correlation, long untilMillis) {
        double sigma = errorMetres / ERROR_PER_SIGMA;
        double x = random.nextGaussian();
        double y = random.nextGaussian();
        double fresh = Math.sqrt(1 - correlation * correlation);
        long offset = 0;
        for (long at = random.nextInt((int) PERIOD_MILLIS); at <= untilMillis; at += PERIOD_MILLIS) {
            double[] truly = way.at(at);
            fix(at, truly[0] + sigma * x, truly[1] + sigma * y, errorMetres, offset++);
            x = correlation * x + fresh * random.nextGaussian();
            y = correlation * y + fresh * random.nextGaussian();
        }
        return this;
    }

    private void fix(long millis, double x, double y, double accuracy, long offset) {
        while (wakeAt != null && wakeAt < millis && state != null) {
            take(fence.onWake(state, wakeAt));
        }
        Fix fix = new Fix(
                "plant",
                person,
                Who.of(null, "01"),
                "tag-" + person,
                "v",
                Technology.UWB,
                x,
                y,
                0,
                0.0,
                accuracy,
                millis,
                millis,
                millis,
                "location-updates.v",
                0,
                offset,
                List.of());
        Step<FuseState, Position> step = fuse.onInput(fused, fix);
        fused = step.next();
        for (Position each : step.events()) {
            take(fence.onInput(state, FenceInput.of(placer.place(each, plan))));
        }
    }

    private void take(Step<FenceState, FenceOutput> step) {
        state = step.next();
        wakeAt = step.wakeAtMillis();
        for (FenceOutput each : step.events()) {
            PresenceChange change = each.change();
            if (change != null) {
                presences.add(change);
                if (change.crossing() != null) {
                    changes.add(change);
                }
            }
        }
    }

    boolean insideAt(long millis) {
        boolean inside = false;
        for (PresenceChange each : changes) {
            if (each.timeMillis() <= millis) {
                inside = each.crossing() == Crossing.ENTRY;
            }
        }
        return inside;
    }

    /** When an entry or an exit is decided for the first time from then on; {@link Long#MAX_VALUE} = never. */
    long first(Crossing crossing, long fromMillis) {
        for (PresenceChange each : changes) {
            if (each.crossing() == crossing && each.timeMillis() >= fromMillis) {
                return each.timeMillis();
            }
        }
        return Long.MAX_VALUE;
    }
}
