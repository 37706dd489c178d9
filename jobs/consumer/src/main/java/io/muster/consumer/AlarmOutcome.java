package io.muster.consumer;

/** What one record did to an {@link AlarmBook}. Each is counted. */
public enum AlarmOutcome {
    /** A (writer_epoch, seq) greater than the one held: the book changed. */
    APPLIED,
    /** The (writer_epoch, seq) held, told again: a heartbeat or a duplicate. At most {@code reported_at} moved on. */
    REPEATED,
    /** A smaller seq of the epoch held: history that was read again, or a topic read behind another. */
    OLDER,
    /** An epoch below the one held: written by a process that had lost its place. */
    ZOMBIE,
    /** A tombstone that took an alarm out of the book, or was told before the alarm itself was. */
    FORGOTTEN,
    /** The seq and epoch held with other content: against the contract; the content held stays. */
    CONTRADICTED,
    /** No key, no alarm, an alarm of another id, or a writer_epoch that is no number: nothing changed. */
    UNREADABLE,
    /** A tick: no alarm at all. */
    TICK
}
