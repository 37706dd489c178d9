package io.muster.rules.watch;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What holds where a plan says nothing.
 *
 * @param absenceMillis how long a post may be left, or staff be too few, ms > 0
 * @param overstayMillis how long somebody may stay in a hazardous or forbidden zone, ms > 0; -1 = as long as they like
 * @param motionlessMillis how long somebody may lie still in a hazardous or forbidden zone, ms > 0; -1 = as long as they like
 * @param tagLostMillis how long a tag must be silent in a hazardous or forbidden zone, once it is stale, to be lost, ms >= 0
 */
public record WatchOptions(long absenceMillis, long overstayMillis, long motionlessMillis, long tagLostMillis)
        implements Serializable {

    /** Never. */
    public static final long OFF = -1;

    public WatchOptions {
        List<String> faults = new ArrayList<>();
        if (absenceMillis <= 0) {
            faults.add("watch.absence must be > 0 ms, was " + absenceMillis);
        }
        if (overstayMillis <= 0 && overstayMillis != OFF) {
            faults.add("watch.overstay must be > 0 ms or never, was " + overstayMillis);
        }
        if (motionlessMillis <= 0 && motionlessMillis != OFF) {
            faults.add("watch.motionless must be > 0 ms or never, was " + motionlessMillis);
        }
        if (tagLostMillis < 0) {
            faults.add("watch.tag_lost_after must be >= 0 ms, was " + tagLostMillis);
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** 5 min of absence, 30 s of silence; stays and stillness only where the plan limits them (proposals of the alarm catalogue). */
    public static WatchOptions defaults() {
        return new WatchOptions(300_000, OFF, OFF, 30_000);
    }
}
