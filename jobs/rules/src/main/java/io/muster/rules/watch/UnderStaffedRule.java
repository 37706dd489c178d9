package io.muster.rules.watch;

import io.muster.rules.plan.ZoneRole;
import io.muster.rules.plan.ZoneRule;
import java.util.List;
import java.util.Map;

/**
 * UNDER_STAFFED 缺员: fewer people are in a zone than its {@code minimum}, or one of its {@code required_trackables} is missing, for {@code absence_ms} (AQ
 * 3064.3 5.2.4 d: the count or a named person). Everybody counts, stale and possible ones too; who is required in a post is {@link OffPostRule}'s.
 *
 * <pre>
 *               somebody leaves             the time is over
 *      ENOUGH --------------------> SHORT --------------------> BROKEN
 *             <--------------------                               |
 *             <---------------------------------------------------+
 *               enough are there; the plan changes
 * </pre>
 *
 * The count and each required person have a time of their own. Onset: the leaving, or the plan's coming into force.
 */
final class UnderStaffedRule implements StaffRule {
    private static final long serialVersionUID = 1;

    static final String KIND = "under_staffed";
    /** Too few. */
    static final String COUNT = "under-staffed";
    /** A named person. */
    static final String PERSON = "required-person";

    private final long defaultAbsenceMillis;

    UnderStaffedRule(long defaultAbsenceMillis) {
        this.defaultAbsenceMillis = defaultAbsenceMillis;
    }

    static long absence(ZoneRule zone, long defaultMillis) {
        Long ofPlan = zone.conduct().absenceMillis();
        return ofPlan == null ? defaultMillis : ofPlan;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Judgement judge(Staff staff, ZoneRule zone, Map<String, Seen> people, long nowMillis) {
        long absence = absence(zone, defaultAbsenceMillis);
        Judgement count = count(staff, zone, people.size(), absence, nowMillis);
        Judgement named = named(staff, zone, absence, nowMillis);
        return new Judgement(
                Breach.earlier(count.breach(), named.breach()), Math.min(count.againMillis(), named.againMillis()));
    }

    private static Judgement count(Staff staff, ZoneRule zone, int there, long absence, long nowMillis) {
        Integer minimum = zone.minimum();
        Long since = staff.shortSinceMillis();
        if (minimum == null || since == null) {
            return Judgement.FINE;
        }
        long due = since + absence;
        return nowMillis < due
                ? Judgement.fineUntil(due)
                : Judgement.broken(new Breach(KIND, COUNT, since, (double) minimum, (double) there));
    }

    private static Judgement named(Staff staff, ZoneRule zone, long absence, long nowMillis) {
        Long since = staff.longestMissingSinceMillis();
        if (since == null || zone.role() == ZoneRole.POST) {
            return Judgement.FINE;
        }
        int required = zone.conduct().requiredTrackableIds().size();
        int there = required - staff.missingSince().size();
        long due = since + absence;
        return nowMillis < due
                ? Judgement.fineUntil(due)
                : Judgement.broken(new Breach(KIND, PERSON, since, (double) required, (double) there));
    }

    /** Too few: who is there. A named person: who is missing. */
    @Override
    public List<String> concerned(Staff staff, ZoneRule zone, Map<String, Seen> people, Breach breach) {
        return (breach.ruleId().equals(PERSON) ? staff.missingSince() : people)
                .keySet().stream().sorted().toList();
    }
}
