package io.muster.rules.estimate;

/**
 * A place where the person may stand: a normal distribution, alike on both axes.
 *
 * @param weight how likely it is
 * @param x metres
 * @param y metres
 * @param variance of each axis, square metres
 * @param sinceMillis event time of the stop
 */
public record Spot(double weight, double x, double y, double variance, double sinceMillis) {}
