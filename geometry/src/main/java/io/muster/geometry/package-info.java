/**
 * Where things are: points in metres on a floor, zones, the site frame, the zone locator, the disc around a group.
 *
 * <p>Everything here is a value or a pure function of values: immutable, safe to share between threads, without a clock and without
 * memory. All lengths are metres in the frame of one site ({@link io.muster.geometry.SiteFrame}), x and y horizontal, z upwards.
 * Decisions are computed with operations that give the same bits on every machine (basic arithmetic, square roots, {@code StrictMath}),
 * because a replay must raise the alarms of the day.
 *
 * <p>Bad input stops at the door: numbers that are not finite, outlines that cross themselves, coordinate systems that nobody knows.
 * Such refusals are {@link java.lang.IllegalArgumentException}s or subclasses that name the fault and its place.
 *
 * <p>JTS and proj4j work inside and are not part of any public signature.
 */
@NullMarked
package io.muster.geometry;

import org.jspecify.annotations.NullMarked;
