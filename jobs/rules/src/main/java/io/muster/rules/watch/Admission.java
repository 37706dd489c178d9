package io.muster.rules.watch;

import io.muster.rules.identify.Who;
import io.muster.rules.plan.ZoneConduct;
import io.muster.rules.plan.ZoneRole;
import io.muster.rules.plan.ZoneRule;

/**
 * Whom a zone admits (AQ 3064.3 5.1.5: by person type and place).
 *
 * <table>
 * <caption>Lists of the plan</caption>
 * <tr><th>allowed_person_types</th><th>allowed_trackables</th><th>role forbidden</th><th>any other role</th></tr>
 * <tr><td>-</td><td>-</td><td>nobody</td><td>everybody</td></tr>
 * <tr><td>given</td><td>-</td><td colspan="2">these types</td></tr>
 * <tr><td>-</td><td>given</td><td colspan="2">these people</td></tr>
 * <tr><td>given</td><td>given</td><td colspan="2">these types, and these people whatever their type</td></tr>
 * </table>
 */
final class Admission {
    /** AQ 3064.3 5.1.1: people from outside. */
    static final String CONTRACTOR = "02";

    static final String VISITOR = "03";

    private Admission() {}

    static boolean admits(ZoneRule zone, Seen person) {
        ZoneConduct conduct = zone.conduct();
        boolean noLists = conduct.allowedPersonTypes().isEmpty()
                && conduct.allowedTrackableIds().isEmpty();
        if (noLists) {
            return zone.role() != ZoneRole.FORBIDDEN;
        }
        return conduct.allowedTrackableIds().contains(person.trackableId())
                || conduct.allowedPersonTypes().contains(person.who().personType());
    }

    /**
     * Nobody knows who carries the tag: that is an alarm of its own, and no reason to say of each zone that they may not be in it. Where
     * nearly nobody may be, it is.
     */
    static boolean isUnknownElsewhere(ZoneRule zone, Seen person) {
        return zone.role() != ZoneRole.FORBIDDEN && person.who().personType().equals(Who.UNKNOWN_TYPE);
    }

    /** Where it is dangerous to lie or to be lost. */
    static boolean isDangerous(ZoneRule zone) {
        return zone.role() == ZoneRole.HAZARD
                || zone.role() == ZoneRole.FORBIDDEN
                || !zone.risk().hazards().isEmpty();
    }
}
