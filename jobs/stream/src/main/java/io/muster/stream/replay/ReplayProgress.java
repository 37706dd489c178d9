package io.muster.stream.replay;

/**
 * @param lines read so far
 * @param arrivalMillis how far the input has come, ms since the epoch
 */
public record ReplayProgress(long lines, long arrivalMillis) {}
