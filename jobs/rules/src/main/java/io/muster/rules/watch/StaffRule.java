package io.muster.rules.watch;

import io.muster.rules.plan.ZoneRule;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** A rule about those who must be in a zone. */
interface StaffRule extends Serializable {

    /** Symbol of the alarm catalogue. */
    String kind();

    /**
     * @param people inside, by id
     * @param nowMillis ordering time
     */
    Judgement judge(Staff staff, ZoneRule zone, Map<String, Seen> people, long nowMillis);

    /** Ids of the people whom a breach is about, sorted. */
    List<String> concerned(Staff staff, ZoneRule zone, Map<String, Seen> people, Breach breach);
}
