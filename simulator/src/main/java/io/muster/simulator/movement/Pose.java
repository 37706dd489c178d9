package io.muster.simulator.movement;

/** Where somebody is at one moment: a cup that the caller owns and that is filled again and again (100,000 people a second). */
public final class Pose {
    public double x;
    public double y;
    public int floor;

    void set(double newX, double newY, int newFloor) {
        x = newX;
        y = newY;
        floor = newFloor;
    }
}
