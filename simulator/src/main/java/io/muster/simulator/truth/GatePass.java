package io.muster.simulator.truth;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.muster.contract.Required;
import io.muster.contract.value.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Somebody truly goes through a gate, whether the gate notices or not: a line of a truth file with the kind {@code gate_pass}.
 *
 * @param subject the fence of the gate
 * @param onset when the middle of the gate is passed
 * @param trackableIds the one person
 * @param recorded true: the gate wrote a pass for this person; false: somebody slipped through behind another (tailgating)
 */
public record GatePass(
        Subject subject, Instant onset, List<String> trackableIds, Direction direction, boolean recorded) {
    /** The kind on the wire. */
    public static final String KIND = "gate_pass";

    public GatePass {
        Required.field("subject", subject);
        Required.field("onset", onset);
        Required.field("direction", direction);
        trackableIds = Required.list(trackableIds);
    }

    /** Into or out of the production area. */
    public enum Direction {
        IN,
        OUT;

        /** The word on the wire. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @JsonProperty("kind")
    public String kind() {
        return KIND;
    }
}
