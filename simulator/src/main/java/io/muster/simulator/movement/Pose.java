package io.muster.simulator.movement;

/** Where somebody is at one moment: a cup that the caller owns and that is filled again and again (100,000 people a second). */
public final class Pose {
    public double x;
    public double y;
    public int floor;
    /** Not on site: no tag is on the air, and nobody can see the person. The coordinates are those of the entrance. */
    public boolean absent;

    void set(double newX, double newY, int newFloor, boolean isAbsent) {
        x = newX;
        y = newY;
        floor = newFloor;
        absent = isAbsent;
    }
}
