package io.muster.simulator.scenario;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Pose;
import io.muster.simulator.movement.Sway;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.plant.DemoStages.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gathering that grows (AQ 3064.3 3.5, 5.2.3): three people come together at an open place, three more after more than a minute, a seventh later, and all
 * leave about two minutes after the start. Each walks on a straight line to the middle of the place and back.
 */
final class GatheringScript implements Script {
    static final long SLOT_MILLIS = 480_000;
    /** People this close to one of them are a gathering (AQ 3064.3 3.5). */
    static final double RADIUS_METRES = 15;

    private static final long LEAD_MILLIS = 70_000;
    private static final int LEAST = 3;
    private static final long[] COMES_AFTER = {8_000, 10_000, 12_000, 72_000, 78_000, 84_000, 92_000};
    private static final long LEAVES_AFTER = 118_000;

    private final long seed;
    private final Stage stage;
    private final long firstOnsetMillis;
    private final int firstPerson;
    private final int available;

    /** @param firstOnsetMillis about when the third person joins in slot 0 */
    GatheringScript(long seed, Stage stage, long firstOnsetMillis, int firstPerson, int available) {
        this.seed = seed;
        this.stage = stage;
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
        if (number < 0 || available < LEAST) {
            return null;
        }
        List<Integer> cast = new ArrayList<>();
        List<Timeline> ways = new ArrayList<>();
        for (int part = 0; part < Math.min(available, parts()); part++) {
            cast.add(firstPerson + part);
            ways.add(way(part, number));
        }
        long start = offsetMillis() + number * SLOT_MILLIS;
        long middle = start + LEAD_MILLIS + 60_000;
        long onset = turningPoint(ways, start, middle);
        long end = turningPoint(ways, start + SLOT_MILLIS, middle);
        return new Situation(Situation.Kind.GATHERING, stage.id(), number, List.copyOf(cast), onset, end);
    }

    @Override
    public Timeline way(int part, long number) {
        long slotStart = offsetMillis() + number * SLOT_MILLIS;
        Place home = stage.homes().get(part);
        Place stand = stage.stands().get(part);
        Timeline.Builder way = Timeline.from(home, slotStart);
        if (number >= 0 && part < available) {
            long onset = firstOnsetMillis
                    + number * SLOT_MILLIS
                    + (number == 0 ? 0 : Draw.of(seed, stage.id(), number).between(-20_000L, 20_000L));
            Draw draw = Draw.of(seed, stage.id() + " part " + part, number);
            double speed = draw.between(1.1, 1.5);
            long walk = Math.round(home.distanceTo(stand) / speed * 1000);
            way.standUntil(onset + COMES_AFTER[part] + draw.between(0L, 1_500L) - walk)
                    .walkTo(stand, speed)
                    .standUntil(onset + LEAVES_AFTER + draw.between(0L, 5_000L))
                    .walkTo(home, speed);
        }
        return way.standUntil(slotStart + SLOT_MILLIS).build();
    }

    /** The first moment, coming from a time without a gathering towards one with it, at which there is one; to the millisecond. */
    private static long turningPoint(List<Timeline> ways, long without, long with) {
        long off = without;
        long on = with;
        while (Math.abs(on - off) > 1) {
            long half = (off + on) / 2;
            if (together(ways, half) >= LEAST) {
                on = half;
            } else {
                off = half;
            }
        }
        return Math.max(off, on);
    }

    /** The most people within 15 m of one of them, that one included. */
    private static int together(List<Timeline> ways, long millis) {
        Sway still = Sway.none();
        List<Place> places = ways.stream()
                .map(way -> {
                    Pose pose = new Pose();
                    way.at(millis, still, pose);
                    return new Place(pose.x, pose.y, pose.floor);
                })
                .toList();
        int most = 0;
        for (Place centre : places) {
            most = Math.max(most, (int) places.stream()
                    .filter(place -> place.distanceTo(centre) <= RADIUS_METRES)
                    .count());
        }
        return most;
    }
}
