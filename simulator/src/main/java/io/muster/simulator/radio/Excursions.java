package io.muster.simulator.radio;

import io.muster.simulator.chance.Draw;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When one tag is seen somewhere else, and where to. The starts are a Poisson process, the lengths exponential; both are a pure function of (options, seed,
 * name) and time, however the time is cut. Where two overlap, the one that began later counts.
 */
final class Excursions {
    private static final double HOUR_MILLIS = 3_600_000;
    private static final Excursions NONE = new Excursions(Excursion.NONE, 0, "");

    /**
     * @param fromMillis simulated time
     * @param untilMillis does not belong to it
     * @param directionX of unit length with {@code directionY}
     * @param stretch how far, in means: exponential with mean 1
     */
    record Jump(long fromMillis, long untilMillis, double directionX, double directionY, double stretch) {}

    private final Excursion options;
    private final long seed;
    private final String name;
    private final Draw draw;
    private final List<Jump> active = new ArrayList<>(2);
    private double lastStart;
    private @Nullable Jump next;

    private Excursions(Excursion options, long seed, String name) {
        this.options = options;
        this.seed = seed;
        this.name = name;
        this.draw = Draw.of(seed, name, 0);
        this.next = options.perHour() > 0 ? drawn() : null;
    }

    static Excursions of(Excursion options, long seed, String name) {
        return options.perHour() > 0 ? new Excursions(options, seed, name) : NONE;
    }

    /**
     * The one in force; null = none.
     *
     * @param millis not before that of the last call
     */
    @Nullable
    Jump at(long millis) {
        Jump coming = next;
        while (coming != null && coming.fromMillis() <= millis) {
            active.add(coming);
            coming = drawn();
            next = coming;
        }
        for (int i = active.size() - 1; i >= 0; i--) {
            if (active.get(i).untilMillis() <= millis) {
                active.remove(i);
            }
        }
        return active.isEmpty() ? null : active.get(active.size() - 1);
    }

    /** All that share a moment with [from, until), in the order of their start; not cut to it, and not joined. */
    List<Interval> intervals(long fromMillis, long untilMillis) {
        List<Interval> found = new ArrayList<>();
        Excursions again = of(options, seed, name);
        for (Jump jump = again.next; jump != null && jump.fromMillis() < untilMillis; jump = again.drawn()) {
            if (jump.untilMillis() > fromMillis) {
                found.add(new Interval(jump.fromMillis(), jump.untilMillis()));
            }
        }
        return found;
    }

    private Jump drawn() {
        lastStart += exponential() * HOUR_MILLIS / options.perHour();
        long from = (long) lastStart;
        long until = from + Math.max(1, Math.round(exponential() * options.forMillis()));
        double angle = 2 * Math.PI * draw.nextDouble();
        return new Jump(from, until, StrictMath.cos(angle), StrictMath.sin(angle), exponential());
    }

    /** With mean 1; StrictMath, so that every machine agrees. */
    private double exponential() {
        return -StrictMath.log(1 - draw.nextDouble());
    }
}
