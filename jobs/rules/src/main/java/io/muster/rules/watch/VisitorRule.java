package io.muster.rules.watch;

import io.muster.rules.plan.ZoneRule;
import java.util.Set;

/**
 * VISITOR_EXPIRED 外来人员超期/超范围: a visitor or contractor is inside after the tag's {@code valid_until}, or a visitor where visitors may not be
 * (Henan, 安全基础 第三方人员).
 *
 * <pre>
 *               enters where visitors may not be | valid_until has come | plan or people file change
 *      WELL ------------------------------------------------------------------------------------> BROKEN
 *           <-----------------------------------------------------------------------------------
 *               leaves | plan or people file change
 * </pre>
 *
 * Onset: the entry, or {@code valid_until}. Whether the host is near is not asked.
 */
final class VisitorRule implements PersonRule {
    private static final long serialVersionUID = 1;

    static final String KIND = "visitor_expired";
    /** Too late. */
    static final String VALIDITY = "visitor-validity";
    /** In the wrong place. */
    static final String AREA = "visitor-area";

    private static final Set<String> FROM_OUTSIDE = Set.of(Admission.CONTRACTOR, Admission.VISITOR);

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Judgement judge(Seen person, ZoneRule zone, long nowMillis) {
        boolean outOfBounds = person.who().personType().equals(Admission.VISITOR) && !Admission.admits(zone, person);
        Breach area = outOfBounds ? Breach.of(KIND, AREA, person.factsSinceMillis()) : null;
        Long until = person.who().validUntilMillis();
        if (until == null || !FROM_OUTSIDE.contains(person.who().personType())) {
            return new Judgement(area, Judgement.NEVER);
        }
        if (nowMillis < until) {
            return new Judgement(area, until);
        }
        Breach expired = Breach.of(KIND, VALIDITY, Math.max(until, person.sinceMillis()));
        return new Judgement(Breach.earlier(expired, area), Judgement.NEVER);
    }
}
