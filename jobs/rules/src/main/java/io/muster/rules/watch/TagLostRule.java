package io.muster.rules.watch;

import io.muster.rules.fence.Presence;
import io.muster.rules.plan.ZoneRule;

/**
 * TAG_LOST_IN_HAZARD 危险区域内失联: somebody is stale in a dangerous zone, and has been silent for the given time (design: loss is not exit; a silent tag in a
 * hazard zone is an alarm of its own).
 *
 * <pre>
 *            stale, and the time is over | the plan makes the zone dangerous
 *      WELL ---------------------------------------------------------------> BROKEN
 *           <--------------------------------------------------------------
 *            heard again | passed out | released | the plan changes
 * </pre>
 *
 * Onset: the last fix.
 */
final class TagLostRule implements PersonRule {
    private static final long serialVersionUID = 1;

    static final String KIND = "tag_lost_in_hazard";
    static final String RULE = "tag-lost-in-hazard";

    private final long lostMillis;

    TagLostRule(long lostMillis) {
        this.lostMillis = lostMillis;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Judgement judge(Seen person, ZoneRule zone, long nowMillis) {
        return person.presence() == Presence.STALE && Admission.isDangerous(zone)
                ? Judgement.lasting(KIND, RULE, person.fixMillis(), lostMillis, nowMillis)
                : Judgement.FINE;
    }
}
