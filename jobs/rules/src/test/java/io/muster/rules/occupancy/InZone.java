package io.muster.rules.occupancy;

import io.muster.rules.fence.Presence;
import io.muster.rules.fence.PresenceChange;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import io.muster.rules.plan.PlannedZone;
import io.muster.rules.plan.ZoneRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a zone Z of the site s is given. */
final class InZone {
    private InZone() {}

    /** Somebody, seen 100 ms before it was told, with a fix at 1,2. */
    static PresenceChange change(long millis, String person, Presence presence, Who who, long seq) {
        return new PresenceChange(
                "s",
                "Z",
                person,
                who,
                Presence.ABSENT,
                presence,
                null,
                "crossing",
                null,
                500,
                "tag-" + person,
                Technology.UWB,
                1,
                2,
                0.0,
                0.3,
                millis - 100,
                null,
                0,
                "v1",
                List.of(),
                millis,
                millis - 100,
                seq);
    }

    static ZoneRule rule(
            String name, @Nullable Integer limit, @Nullable Integer minimum, List<String> types, boolean staleCounts) {
        return PlannedZone.of("Z")
                .known("z", name)
                .limit(limit)
                .minimum(minimum)
                .counts(types, staleCounts)
                .rule();
    }
}
