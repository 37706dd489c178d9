package io.muster.simulator.radio;

/**
 * A surveyed BLE beacon.
 *
 * @param source how a sighting names it: the foreign id of its fence
 * @param reachMetres how near a tag must be to be heard
 */
public record Beacon(String source, double x, double y, int floor, double reachMetres) {

    double distanceTo(double otherX, double otherY) {
        return Math.sqrt((x - otherX) * (x - otherX) + (y - otherY) * (y - otherY));
    }
}
