package io.muster.rules.watch;

import io.muster.rules.plan.ZoneRole;
import io.muster.rules.plan.ZoneRule;
import java.util.List;
import java.util.Map;

/**
 * OFF_POST 脱岗: nobody who holds a post is there for {@code absence_ms}. A post is a zone of role {@code post}. Who holds it:
 *
 * <table>
 * <caption>Holders</caption>
 * <tr><th>the plan gives</th><th>holders</th><th>off post</th></tr>
 * <tr><td>{@code required_trackables}</td><td>these people</td><td>any of them is missing</td></tr>
 * <tr><td>{@code allowed_posts}</td><td>everybody with such a post</td><td>none of them is there</td></tr>
 * <tr><td>neither</td><td>everybody with a post at all, once one of them has been there</td><td>none of them is there</td></tr>
 * </table>
 *
 * <pre>
 *             the last holder leaves             the time is over
 *      HELD -------------------------> EMPTY ---------------------> BROKEN
 *           <-------------------------                                |
 *           <---------------------------------------------------------+
 *             a holder comes (perhaps, or silent: doubt removes nobody); the plan changes
 * </pre>
 *
 * Onset: the holder's leaving, or the plan's coming into force.
 */
final class OffPostRule implements StaffRule {
    private static final long serialVersionUID = 1;

    static final String KIND = "off_post";
    static final String RULE = "off-post";

    private final long defaultAbsenceMillis;

    OffPostRule(long defaultAbsenceMillis) {
        this.defaultAbsenceMillis = defaultAbsenceMillis;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Judgement judge(Staff staff, ZoneRule zone, Map<String, Seen> people, long nowMillis) {
        if (zone.role() != ZoneRole.POST) {
            return Judgement.FINE;
        }
        Long missing = staff.longestMissingSinceMillis();
        Long since = missing == null ? staff.emptySinceMillis() : missing;
        return since == null
                ? Judgement.FINE
                : Judgement.lasting(KIND, RULE, since, UnderStaffedRule.absence(zone, defaultAbsenceMillis), nowMillis);
    }

    /** Those who are missing by name, or the holder who left last. */
    @Override
    public List<String> concerned(Staff staff, ZoneRule zone, Map<String, Seen> people, Breach breach) {
        Seen last = staff.lastHolder();
        return !staff.missingSince().isEmpty()
                ? staff.missingSince().keySet().stream().sorted().toList()
                : last == null ? List.of() : List.of(last.trackableId());
    }
}
