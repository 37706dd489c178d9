package io.muster.console.measure;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How long the questions of a kind took.
 *
 * @param each question by itself
 */
record Measured(Promise promise, Times all, List<Each> each) {
    Measured {
        each = List.copyOf(each);
    }

    record Each(String name, Times times) {}

    /** Seconds. */
    record Times(long count, double average, double p95, double peak) {
        static Times of(Histogram micros) {
            return new Times(
                    micros.getTotalCount(),
                    micros.getMean() / 1e6,
                    micros.getValueAtPercentile(95) / 1e6,
                    micros.getMaxValue() / 1e6);
        }
    }

    /** Whether it keeps ours. What was never asked keeps nothing. */
    boolean pass() {
        return all.count() > 0 && promise.keeps(all.average(), all.peak());
    }

    boolean passRow() {
        return all.count() > 0 && promise.keepsRow(all.average(), all.peak());
    }
}
