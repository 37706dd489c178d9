package io.muster.simulator.truth;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.muster.contract.Required;
import io.muster.contract.value.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stay of one person in one fence: a line of a truth file with the kind {@code presence}.
 *
 * @param subject the fence
 * @param onset the true crossing of the outline, to the millisecond
 * @param end null = still there when the file ends
 * @param trackableIds the one person
 * @param tolerated false: the person truly is inside; true: so near to the outline, inside or outside, that no radio can say (such a line lies over the others)
 */
public record Presence(
        Subject subject, Instant onset, @Nullable Instant end, List<String> trackableIds, boolean tolerated) {
    /** The kind on the wire. */
    public static final String KIND = "presence";

    public Presence {
        Required.field("subject", subject);
        Required.field("onset", onset);
        trackableIds = Required.list(trackableIds);
    }

    @JsonProperty("kind")
    public String kind() {
        return KIND;
    }

    /** Whether this stay covers the moment: onset included, end not. */
    public boolean covers(Instant moment) {
        return !onset.isAfter(moment) && (end == null || end.isAfter(moment));
    }
}
