package io.muster.rules;

/** Where a record stands in the order of all. */
public final class Stands {
    private Stands() {}

    /** Ordering time, event time, origin, partition and offset. */
    public static String where(Ordered each) {
        return each.timeMillis() + " " + each.eventMillis() + " " + each.origin() + " " + each.partition() + " "
                + each.offset();
    }
}
