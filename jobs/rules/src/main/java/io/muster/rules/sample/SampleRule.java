package io.muster.rules.sample;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.fuse.Position;
import io.muster.rules.place.Placed;
import io.muster.rules.place.ZoneAt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * At most one sample a second per person; key: site and person. A position is told at once when the last sample is at least the interval ago;
 * else the newest waits until then. A wake-up and a position of the same instant: the position comes first, and takes the turn.
 *
 * <p>When the floor changes on which the person takes part in gatherings, a {@link Sample#left()} sample for the old floor comes right before
 * the sample; it does not count against the rate.
 */
public final class SampleRule implements Rule<SampleState, Placed, Sample> {
    private static final long serialVersionUID = 1;

    private final long minIntervalMillis;

    public SampleRule(SampleOptions options) {
        this.minIntervalMillis = options.minIntervalMillis();
    }

    @Override
    public Step<SampleState, Sample> onInput(@Nullable SampleState before, Placed placed) {
        SampleState state = before == null ? SampleState.NOTHING : before;
        Double floor = placed.position().floor();
        Double known = floor == null ? state.knownFloor() : Double.valueOf(floor + 0.0); // -0.0 is the ground floor too
        Long last = state.lastMillis();
        if (last == null || placed.timeMillis() - last >= minIntervalMillis) {
            return told(state, placed, known, placed.timeMillis());
        }
        SampleState next = new SampleState(placed, last, known, state.gatheringFloor(), state.seq());
        return Step.of(next, List.of(), last + minIntervalMillis);
    }

    @Override
    public Step<SampleState, Sample> onWake(SampleState state, long nowMillis) {
        Placed held = state.held();
        if (held == null) {
            return Step.of(state, List.of());
        }
        return told(state, held, state.knownFloor(), nowMillis);
    }

    private static Step<SampleState, Sample> told(
            SampleState state, Placed placed, @Nullable Double known, long nowMillis) {
        double floor = known == null ? 0 : known;
        Double old = state.gatheringFloor();
        List<Sample> samples = new ArrayList<>();
        long seq = state.seq();
        if (old != null && old != floor) {
            samples.add(sample(placed, old, true, nowMillis, ++seq));
        }
        samples.add(sample(placed, floor, false, nowMillis, ++seq));
        return Step.of(new SampleState(null, nowMillis, known, floor, seq), List.copyOf(samples));
    }

    private static Sample sample(Placed placed, double gatheringFloor, boolean left, long timeMillis, long seq) {
        Position p = placed.position();
        List<String> fenceIds = new ArrayList<>();
        boolean exempt = false;
        for (ZoneAt zone : placed.zones()) {
            if (!left && zone.inside()) {
                fenceIds.add(zone.fenceId());
                // Perhaps in the canteen, perhaps on the floor above it: doubt exempts nobody.
                exempt |= zone.gatheringExempt() && zone.floorSure();
            }
        }
        fenceIds.sort(null);
        return new Sample(
                p.site(),
                p.trackableId(),
                p.who(),
                p.providerId(),
                p.technology(),
                p.x(),
                p.y(),
                p.z(),
                left ? Double.valueOf(gatheringFloor) : p.floor(),
                gatheringFloor,
                p.accuracyMetres(),
                p.standingSinceMillis(),
                exempt,
                left,
                List.copyOf(fenceIds),
                placed.planVersion(),
                timeMillis,
                p.eventMillis(),
                seq);
    }
}
