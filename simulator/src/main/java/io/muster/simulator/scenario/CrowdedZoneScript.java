package io.muster.simulator.scenario;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.plant.DemoStages.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Four to six people go into a hazard zone with the limit 3 and come out again after 40 to 70 s. Each way crosses the outline at a right angle, halfway known:
 * the time of the crossing is drawn, the start follows from it.
 */
final class CrowdedZoneScript implements Script {
    static final long SLOT_MILLIS = 200_000;
    private static final long LEAD_MILLIS = 45_000;
    private static final int LIMIT = 3;

    private final long seed;
    private final Stage stage;
    private final double homeToEdge;
    private final double edgeToStand;
    private final long firstOnsetMillis;
    private final int firstPerson;
    private final int available;

    /** What is drawn for one slot. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Plan(int size, long onset, long end, long[] in, long[] out, double[] speed) {}

    /**
     * @param firstOnsetMillis about when the fourth person crosses in slot 0
     * @param firstPerson index of the person with part 0; the next parts follow
     * @param available how many of the parts have a person
     */
    CrowdedZoneScript(
            long seed,
            Stage stage,
            double homeToEdge,
            double edgeToStand,
            long firstOnsetMillis,
            int firstPerson,
            int available) {
        this.seed = seed;
        this.stage = stage;
        this.homeToEdge = homeToEdge;
        this.edgeToStand = edgeToStand;
        this.firstOnsetMillis = firstOnsetMillis;
        this.firstPerson = firstPerson;
        this.available = available;
    }

    @Override
    public int parts() {
        return stage.homes().size();
    }

    @Override
    public long slotMillis() {
        return SLOT_MILLIS;
    }

    @Override
    public long offsetMillis() {
        return firstOnsetMillis - LEAD_MILLIS;
    }

    @Override
    public @Nullable Situation situation(long number) {
        Plan plan = plan(number);
        if (number < 0 || plan.size() <= LIMIT) {
            return null;
        }
        List<Integer> cast = new ArrayList<>();
        for (int part = 0; part < plan.size(); part++) {
            cast.add(firstPerson + part);
        }
        return new Situation(
                Situation.Kind.CROWDED_ZONE, stage.id(), number, List.copyOf(cast), plan.onset(), plan.end());
    }

    @Override
    public Timeline way(int part, long number) {
        long slotStart = offsetMillis() + number * SLOT_MILLIS;
        Timeline.Builder way = Timeline.from(stage.homes().get(part), slotStart);
        Situation situation = situation(number);
        if (situation != null && part < situation.cast().size()) {
            Plan plan = plan(number);
            double speed = plan.speed()[part];
            way.standUntil(plan.in()[part] - Math.round(homeToEdge / speed * 1000))
                    .walkTo(stage.stands().get(part), speed)
                    .standUntil(plan.out()[part] - Math.round(edgeToStand / speed * 1000))
                    .walkTo(stage.homes().get(part), speed);
        }
        return way.standUntil(slotStart + SLOT_MILLIS).build();
    }

    private Plan plan(long number) {
        Draw draw = Draw.of(seed, "crowded " + stage.id(), number);
        int size = Math.min(available, LIMIT + 1 + draw.below(parts() - LIMIT));
        long onset = firstOnsetMillis + number * SLOT_MILLIS + (number == 0 ? 0 : draw.between(-15_000L, 15_000L));
        long end = onset + draw.between(40_000L, 70_000L);
        long[] in = new long[size];
        long[] out = new long[size];
        double[] speed = new double[size];
        for (int part = 0; part < size; part++) {
            // The part with index LIMIT is the fourth to come: it crosses at the onset. The zone is back at its limit
            // when size - LIMIT have left.
            in[part] = onset + (part - LIMIT) * 2_000L + (part == LIMIT ? 0 : draw.between(-400L, 400L));
            out[part] = end
                    + (part - (size - LIMIT - 1)) * 2_000L
                    + (part == size - LIMIT - 1 ? 0 : draw.between(-400L, 400L));
            speed[part] = draw.between(1.0, 1.5);
        }
        return new Plan(size, onset, end, in, out, speed);
    }
}
