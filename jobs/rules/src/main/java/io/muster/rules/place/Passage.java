package io.muster.rules.place;

/**
 * A zone that somebody crossed between two fixes, of which neither was inside.
 *
 * @param enteredMillis event time of the way in, between those of the two fixes
 * @param leftMillis event time of the way out
 * @param x of the deepest point of the way, metres
 * @param y of the deepest point of the way, metres
 */
public record Passage(String fenceId, ZoneTraits traits, long enteredMillis, long leftMillis, double x, double y) {}
