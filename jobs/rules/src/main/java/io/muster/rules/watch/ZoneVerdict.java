package io.muster.rules.watch;

import io.muster.rules.Ordered;
import io.muster.rules.alarm.Finding;
import io.muster.rules.fence.Presence;
import java.util.Objects;

/**
 * What one zone says of one person: a rule is broken, or no longer.
 *
 * @param active whether it is broken
 * @param breach what is broken; of one that has ended: what was
 * @param presence of the person in this zone
 * @param evidence the newest fix that it rests on
 * @param planVersion by which it was decided
 * @param seq number of this record of this zone, from 1
 */
public record ZoneVerdict(
        String site,
        String fenceId,
        String trackableId,
        boolean active,
        Breach breach,
        Presence presence,
        Finding.Evidence evidence,
        String planVersion,
        long timeMillis,
        long eventMillis,
        long seq)
        implements Ordered {

    /** Whether the other one says the same of the same, whenever and wherever the person was seen. */
    boolean saysAs(ZoneVerdict other) {
        return active == other.active
                && breach.ruleId().equals(other.breach.ruleId())
                && breach.onsetMillis() == other.breach.onsetMillis()
                && Objects.equals(breach.limit(), other.breach.limit())
                && presence == other.presence
                && planVersion.equals(other.planVersion);
    }

    boolean isAbout(String person, String kind) {
        return trackableId.equals(person) && breach.kind().equals(kind);
    }

    @Override
    public String origin() {
        return "watch/" + fenceId;
    }

    @Override
    public long offset() {
        return seq;
    }
}
