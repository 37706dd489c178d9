package io.muster.rules.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How dangerous a zone is.
 *
 * @param hazards any of hazardous_process, flammable_explosive, toxic (PF-4b)
 * @param colour red, orange, yellow or blue of the four-colour risk map; null = none is given
 * @param unitClass of the major-hazard unit (GB 18218), 1 the gravest, to 4; null = none
 */
public record ZoneRisk(
        List<String> hazards,
        @Nullable String colour,
        @Nullable Integer unitClass) {

    public static final ZoneRisk NONE = new ZoneRisk(List.of(), null, null);

    public ZoneRisk {
        hazards = hazards == null ? List.of() : hazards;
    }
}
