package io.muster.rules.watch;

import io.muster.rules.plan.ZoneRole;
import io.muster.rules.plan.ZoneRule;

/**
 * BOUNDARY 越界: somebody is where they may not be, or when they may not be there (AQ 3064.3 5.2.4 a: within 5 s, so at once).
 *
 * <pre>
 *              enters, is not admitted | the plan changes | the allowed time ends
 *      WELL ---------------------------------------------------------------------> BROKEN
 *           <--------------------------------------------------------------------
 *              leaves | the plan changes | the allowed time begins
 * </pre>
 *
 * Onset: when the person came in, or the plan or the time made it wrong. A visitor whom a zone does not admit, and which admits others, is {@link
 * VisitorRule}'s.
 */
final class BoundaryRule implements PersonRule {
    private static final long serialVersionUID = 1;

    static final String KIND = "boundary";
    /** Who. */
    static final String PEOPLE = "boundary";
    /** When. */
    static final String TIMES = "boundary-times";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Judgement judge(Seen person, ZoneRule zone, long nowMillis) {
        Breach who = isWrong(person, zone) ? Breach.of(KIND, PEOPLE, person.factsSinceMillis()) : null;
        if (zone.conduct().allowedTimes().isEmpty()) {
            return new Judgement(who, Judgement.NEVER);
        }
        AllowedTimes times = AllowedTimes.around(nowMillis, zone.conduct());
        long since = times.forbiddenSince(nowMillis);
        Breach when =
                since == Judgement.NEVER ? null : Breach.of(KIND, TIMES, Math.max(since, person.factsSinceMillis()));
        return new Judgement(Breach.earlier(who, when), times.nextChange(nowMillis));
    }

    private static boolean isWrong(Seen person, ZoneRule zone) {
        if (Admission.admits(zone, person) || Admission.isUnknownElsewhere(zone, person)) {
            return false;
        }
        return zone.role() == ZoneRole.FORBIDDEN || !person.who().personType().equals(Admission.VISITOR);
    }
}
