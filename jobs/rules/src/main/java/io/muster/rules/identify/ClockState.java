package io.muster.rules.identify;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a tag's clock.
 *
 * @param behindInARow how many of the last fixes were all far behind, at most the count that makes a fault
 * @param lastEventMillis event time of the newest fix
 */
public record ClockState(int behindInARow, @Nullable Long lastEventMillis) {}
