package io.muster.simulator.movement;

/** Somebody who stays: a seat, a desk, a valve. */
public record Standing(Place place, Sway sway) implements Motion {
    static final double SWAY_METRES = Sway.RADIUS_METRES;

    @Override
    public void at(long millis, Pose out) {
        out.set(place.x() + sway.x(millis), place.y() + sway.y(millis), place.floor(), false);
    }

    @Override
    public boolean stays() {
        return true;
    }
}
