package io.muster.simulator.movement;

import io.muster.simulator.chance.Draw;

/** How a person who works at a spot shifts from foot to foot: a slow, smooth loop that never leaves its radius. */
public final class Sway {
    /** Nobody who stands is ever further than this from the spot. */
    public static final double RADIUS_METRES = 0.35;

    private static final double AMPLITUDE = 0.24;
    private static final Sway NONE = new Sway(0, 1, 1, 0, 0);

    private final double amplitude;
    private final double periodX;
    private final double periodY;
    private final double phaseX;
    private final double phaseY;

    public Sway(Draw draw) {
        this(
                AMPLITUDE,
                draw.between(18_000.0, 35_000.0),
                draw.between(18_000.0, 35_000.0),
                draw.nextDouble(),
                draw.nextDouble());
    }

    private Sway(double amplitude, double periodX, double periodY, double phaseX, double phaseY) {
        this.amplitude = amplitude;
        this.periodX = periodX;
        this.periodY = periodY;
        this.phaseX = phaseX;
        this.phaseY = phaseY;
    }

    /** Stands like a post. */
    public static Sway none() {
        return NONE;
    }

    double x(long millis) {
        return amplitude * StrictMath.sin(2 * Math.PI * (millis / periodX + phaseX));
    }

    double y(long millis) {
        return amplitude * StrictMath.sin(2 * Math.PI * (millis / periodY + phaseY));
    }
}
