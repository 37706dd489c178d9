package io.muster.rules.estimate;

/**
 * A person who may be walking: a normal distribution of place and speed, alike on both axes.
 *
 * @param weight how likely it is
 * @param x metres
 * @param y metres
 * @param speedX metres per second
 * @param speedY metres per second
 * @param variance of the place, each axis, square metres
 * @param covariance of place and speed on an axis, square metres per second
 * @param speedVariance each axis, square metres per square second
 */
public record Stride(
        double weight,
        double x,
        double y,
        double speedX,
        double speedY,
        double variance,
        double covariance,
        double speedVariance) {}
