package io.muster.rules.time;

/**
 * How far a partition has come.
 *
 * @param partition full topic name, {@code #}, partition number
 * @param arrivalMillis running maximum of the broker's append times
 * @param tickMillis arrival of the newest tick; what the partition adds to the common time
 * @param joined whether the partition takes part in the common time: it does from its first tick on
 * @param opened whether its opening record has come out of the source, so that ticks may be sent to it
 */
public record PartitionTime(String partition, long arrivalMillis, long tickMillis, boolean joined, boolean opened) {}
