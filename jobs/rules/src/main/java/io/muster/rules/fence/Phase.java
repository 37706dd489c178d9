package io.muster.rules.fence;

/**
 * Where a person stands towards a zone, as far as the fixes say. A zone that is not remembered is left.
 *
 * <pre>
 *              inside, not confirmed              confirmed
 *   (left) ------------------------> ENTERING ------------------+
 *     |  ^                            |     ^                   |
 *     |  |   outside                  |     | floor known       v
 *     |  +----------------------------+     |               INSIDE <-------------+----------+
 *     |  |   outside                        |                 |  |               | inside   | inside
 *     |  +------------------------- POSSIBLE                  |  | within        |          |
 *     |          floor not known      ^                       |  | tolerance     |          |
 *     +-------------------------------+               beyond  |  +-----------> NEAR         |
 *        ^                                                    |  timed out:      | ^        |
 *        |                                                    |  left    beyond  v | within |
 *        +----------------------------------------------------+-------------> BEYOND -------+
 *              beyond again, or for the exit delay: left
 * </pre>
 *
 * Silence moves nobody: it makes INSIDE, NEAR and BEYOND stale, and the next fix makes them fresh again.
 */
public enum Phase {
    /** Seen inside, and not often enough to say so. Told: nothing yet, or POSSIBLE where that was told before. */
    ENTERING,
    /** Horizontally inside, on a floor that nobody knows. Told: POSSIBLE. */
    POSSIBLE,
    /** Told: CONFIRMED, or STALE. */
    INSIDE,
    /** Outside by no more than the exit tolerance: still counted, until the tolerance times out. */
    NEAR,
    /** Outside by more than the exit tolerance, or on another floor: still counted, until the exit delay is over. */
    BEYOND;

    /** Whether an entry was told that no exit followed yet. */
    boolean entered() {
        return this == INSIDE || this == NEAR || this == BEYOND;
    }
}
