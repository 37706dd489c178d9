package io.muster.rules.identify;

import org.jspecify.annotations.Nullable;

/**
 * A fix, and how long the tag had been silent before it (PD-3: at most 10 s).
 *
 * @param gapMillis event time since the tag's newest fix before; null for the first one, for one that is older than
 *     what is known, and after an absence of more than 10 min
 */
public record Identified(Fix fix, @Nullable Long gapMillis) {}
