package io.muster.rules.watch;

import io.muster.rules.plan.ZoneRule;
import java.io.Serializable;

/**
 * A rule about one person in one zone. What it says depends on nothing but what it is given, so it may be asked at any moment and again.
 */
interface PersonRule extends Serializable {

    /** Symbol of the alarm catalogue. */
    String kind();

    /**
     * @param person inside the zone: confirmed or stale
     * @param zone in force
     * @param nowMillis ordering time
     */
    Judgement judge(Seen person, ZoneRule zone, long nowMillis);
}
