package io.muster.simulator.movement;

/** The true way of one person: a pure function, defined for every time, before 0 too. Safe for several threads. */
public interface Motion {

    /** Fills {@code out} with the place at {@code millis} of simulated time (0 = start of the run). */
    void at(long millis, Pose out);

    /** As {@link #at(long, Pose)}, as a value. */
    default Place placeAt(long millis) {
        Pose pose = new Pose();
        at(millis, pose);
        return new Place(pose.x, pose.y, pose.floor);
    }
}
