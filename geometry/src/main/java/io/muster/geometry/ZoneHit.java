package io.muster.geometry;

/**
 * A zone at or near a point.
 *
 * @param containment of the point in the zone; {@link Containment#OUTSIDE} for a zone that is only within reach
 * @param signedDistanceMetres to the outline: negative inside, 0 on the edge, positive outside
 */
public record ZoneHit(Zone zone, Containment containment, double signedDistanceMetres) {}
