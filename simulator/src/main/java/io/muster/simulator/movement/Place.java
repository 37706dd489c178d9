package io.muster.simulator.movement;

/**
 * A point where a person can be, site-local metres.
 *
 * @param floor 0 = ground
 */
public record Place(double x, double y, int floor) {

    public static Place ground(double x, double y) {
        return new Place(x, y, 0);
    }

    /** Horizontal distance; the floor does not take part. */
    public double distanceTo(Place other) {
        return Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y));
    }

    /** The place reached by going {@code metres} from here towards the other one; beyond it if the distance is shorter. */
    public Place towards(Place other, double metres) {
        double all = distanceTo(other);
        double share = all == 0 ? 0 : metres / all;
        return new Place(x + (other.x - x) * share, y + (other.y - y) * share, floor);
    }
}
