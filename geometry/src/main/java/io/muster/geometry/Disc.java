package io.muster.geometry;

/**
 * A circle and what is in it, in local metres.
 *
 * @param x of the centre
 * @param y of the centre
 * @param radiusMetres at least 0
 */
public record Disc(double x, double y, double radiusMetres) {}
