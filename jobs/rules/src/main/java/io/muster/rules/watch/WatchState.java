package io.muster.rules.watch;

import io.muster.rules.alarm.Finding;
import io.muster.rules.fence.Presence;
import io.muster.rules.plan.ZoneRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a zone, what holds for it, and what was said of it. One per fence that was ever in a plan; it stays, small, when the fence is gone and
 * empty, since the numbers of its records go on.
 *
 * @param zone null = no plan (any more) has the fence
 * @param people by id; never with {@link Presence#ABSENT}
 * @param strayed who has left though they must stay, by id, as they left
 * @param staff since when somebody has been missing
 * @param verdicts what is said of people now, sorted by person, then kind
 * @param findings what is said of the zone now, sorted by kind
 * @param againMillis the next moment at which a rule may say something else; {@link Long#MAX_VALUE} = none
 * @param seq number of the last record told
 */
public record WatchState(
        String site,
        String fenceId,
        @Nullable ZoneRule zone,
        String planVersion,
        Map<String, Seen> people,
        Map<String, Seen> strayed,
        Staff staff,
        List<ZoneVerdict> verdicts,
        List<Finding> findings,
        long againMillis,
        long seq) {
    public WatchState {
        planVersion = planVersion == null ? "" : planVersion;
        people = people == null ? Map.of() : people;
        strayed = strayed == null ? Map.of() : strayed;
        staff = staff == null ? Staff.NOT_ASKED : staff;
        verdicts = verdicts == null ? List.of() : verdicts;
        findings = findings == null ? List.of() : findings;
    }

    static WatchState empty(String site, String fenceId) {
        return new WatchState(
                site, fenceId, null, "", Map.of(), Map.of(), Staff.NOT_ASKED, List.of(), List.of(), Judgement.NEVER, 0);
    }
}
