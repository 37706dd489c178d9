package io.muster.contract.value;

import org.jspecify.annotations.Nullable;

/**
 * How times spread, ms; percentiles by nearest rank.
 */
public record Spread(
        long count,
        @Nullable Long p50Ms,
        @Nullable Long p99Ms,
        @Nullable Long maxMs) {}
