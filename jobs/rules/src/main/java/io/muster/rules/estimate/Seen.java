package io.muster.rules.estimate;

/**
 * One fix of a tag.
 *
 * @param tag fixes of one tag err alike from one to the next; those of two tags do not
 * @param x metres
 * @param y metres
 * @param accuracyMetres radius that holds 68.27 % of the fixes, as claimed, > 0
 * @param eventMillis not before that of the fix before
 */
public record Seen(String tag, double x, double y, double accuracyMetres, long eventMillis) {}
