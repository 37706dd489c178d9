package io.muster.simulator.truth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Over-capacity of one zone that nobody scripted: each second counts who is in for sure (a margin inside the outline) and who may be in (a margin outside). Sure
 * for long enough is a truth; anything less is tolerated.
 */
final class CapacityAudit {
    /** A shorter stay above the limit may be missed by a rule that wants an entry confirmed. */
    private static final long SURE_MILLIS = 10_000;

    private final AuditZone zone;
    private final int limit;
    private final List<Fact> closed = new ArrayList<>();
    private final TreeSet<String> members = new TreeSet<>();
    private long possibleSince = Long.MIN_VALUE;
    private long sureSince = Long.MIN_VALUE;
    private long sureFrom;
    private long sureUntil = Long.MIN_VALUE;

    CapacityAudit(AuditZone zone, int limit) {
        this.zone = zone;
        this.limit = limit;
    }

    void look(long millis, Collection<Watched> people) {
        int sure = 0;
        int possible = 0;
        List<String> in = new ArrayList<>();
        for (Watched person : people) {
            double depth = zone.depth(person);
            if (depth < person.margin && zone.counts(person)) {
                possible++;
                in.add(person.id());
                if (depth < -person.margin) {
                    sure++;
                }
            }
        }
        if (possible <= limit) {
            closeAt(millis);
            return;
        }
        possibleSince = possibleSince == Long.MIN_VALUE ? millis : possibleSince;
        members.addAll(in);
        if (sure > limit) {
            sureSince = sureSince == Long.MIN_VALUE ? millis : sureSince;
            if (millis - sureSince >= SURE_MILLIS) {
                sureFrom = sureSince;
                sureUntil = millis;
            }
        } else {
            sureSince = Long.MIN_VALUE;
        }
    }

    /** What is known by now, the open one included. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(closed);
        if (possibleSince != Long.MIN_VALUE) {
            facts.add(fact(Long.MAX_VALUE));
        }
        return facts;
    }

    private void closeAt(long millis) {
        if (possibleSince != Long.MIN_VALUE) {
            closed.add(fact(millis));
            possibleSince = Long.MIN_VALUE;
            sureSince = Long.MIN_VALUE;
            sureUntil = Long.MIN_VALUE;
            members.clear();
        }
    }

    private Fact fact(long end) {
        boolean sure = sureUntil != Long.MIN_VALUE;
        return Fact.overCapacity(zone.fence().id(), sure ? sureFrom : possibleSince, end, List.copyOf(members), !sure);
    }
}
