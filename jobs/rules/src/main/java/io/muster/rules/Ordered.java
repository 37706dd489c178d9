package io.muster.rules;

import java.util.Comparator;

/**
 * A thing with a place in the total order of a site's log: (ordering time, event time, origin, partition, offset). A record of an input
 * topic has its topic (without the site), partition and offset; a derived one has {@code stage/key}, 0 and its number within that key.
 */
public interface Ordered {

    Comparator<Ordered> TOTAL_ORDER = Comparator.comparingLong(Ordered::timeMillis)
            .thenComparingLong(Ordered::eventMillis)
            .thenComparing(Ordered::origin)
            .thenComparingInt(Ordered::partition)
            .thenComparingLong(Ordered::offset);

    /** When it is decided: ordering time, ms since the epoch. */
    long timeMillis();

    /** When it happened, as far as is known, ms since the epoch. */
    long eventMillis();

    /** Topic without the site, or {@code stage/key} of what a stage derived. */
    String origin();

    default int partition() {
        return 0;
    }

    /** Offset in the partition, or the number within {@link #origin()}. */
    long offset();
}
