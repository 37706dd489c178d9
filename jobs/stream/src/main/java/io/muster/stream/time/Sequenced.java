package io.muster.stream.time;

import io.muster.stream.input.RawRecord;

/**
 * A record with its arrival, and how far time had come when it was handed on.
 *
 * @param arrivalMillis broker append time as a running maximum of its partition
 */
public record Sequenced(RawRecord record, long arrivalMillis, long watermarkMillis) {}
