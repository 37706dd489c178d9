package io.muster.contract.value;

import org.jspecify.annotations.Nullable;

/**
 * Measured time between two fixes of one tag, ms.
 */
public record SamplingGap(
        long count,
        @Nullable Long p50Ms,
        @Nullable Long p99Ms,
        @Nullable Long maxMs) {}
