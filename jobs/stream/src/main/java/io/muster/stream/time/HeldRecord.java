package io.muster.stream.time;

import io.muster.stream.input.RawRecord;

/** A record that waits for its partition to join time. */
public record HeldRecord(String partition, RawRecord record) {}
