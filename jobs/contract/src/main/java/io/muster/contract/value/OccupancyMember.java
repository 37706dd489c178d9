package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;

/**
 * A person in a zone.
 *
 * @param since entry
 */
public record OccupancyMember(String trackableId, MemberState state, Instant since) {
    public OccupancyMember {
        Required.field("trackable_id", trackableId);
        Required.field("state", state);
        Required.field("since", since);
    }
}
