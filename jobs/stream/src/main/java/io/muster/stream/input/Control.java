package io.muster.stream.input;

/** What a record is to the common time. */
public enum Control {
    /** An input like any other. */
    RECORD,
    /** The job's own mark: time has come this far in this partition. */
    TICK,
    /** The first mark of a new partition: it was found, ticks will follow. */
    OPEN,
    /** A file has come this far, in all partitions: it is sorted by arrival. */
    TICK_ALL
}
