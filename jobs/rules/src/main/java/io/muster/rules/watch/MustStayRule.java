package io.muster.rules.watch;

import io.muster.rules.plan.ZoneRule;

/**
 * BOUNDARY 越界 (离开): somebody whom the plan names in {@code must_stay} has left the zone (AQ 3064.3 5.2.4 a, at once). Where people may be in the zone
 * at given times only, they must stay at these times.
 *
 * <pre>
 *            comes            leaves, by day             comes back | the plan changes | the allowed time ends
 *      AWAY -------> INSIDE ------------------> STRAYED ------------------------------------------------------> INSIDE, AWAY
 *            released by the control room: AWAY
 * </pre>
 *
 * Who has never been there has not left. Onset: the leaving.
 */
final class MustStayRule {
    static final String KIND = BoundaryRule.KIND;
    static final String RULE = "boundary-stay";

    private MustStayRule() {}

    static boolean binds(ZoneRule zone, Seen person) {
        return zone.conduct().mustStayTrackableIds().contains(person.trackableId());
    }

    /** @param person who has left */
    static Judgement judge(Seen person, ZoneRule zone, long nowMillis) {
        Breach strayed = Breach.of(KIND, RULE, person.factsSinceMillis());
        if (zone.conduct().allowedTimes().isEmpty()) {
            return Judgement.broken(strayed);
        }
        AllowedTimes times = AllowedTimes.around(nowMillis, zone.conduct());
        boolean onDuty = times.forbiddenSince(nowMillis) == Judgement.NEVER;
        return new Judgement(onDuty ? strayed : null, times.nextChange(nowMillis));
    }
}
