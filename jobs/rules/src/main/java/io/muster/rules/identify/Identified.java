package io.muster.rules.identify;

import org.jspecify.annotations.Nullable;

/**
 * A fix, and how long the tag had been silent before it (PD-3: at most 10 s); or news of a tag. Exactly one of fix and news is there.
 *
 * @param gapMillis event time since the tag's newest fix before; null for the first one, for one that is older than
 *     what is known, and after an absence of more than 10 min
 */
public record Identified(
        @Nullable Fix fix,
        @Nullable Long gapMillis,
        @Nullable TagNews news) {}
