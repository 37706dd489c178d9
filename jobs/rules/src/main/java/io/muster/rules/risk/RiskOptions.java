package io.muster.rules.risk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * @param minCount how many make a gathering: the limit that a finding names
 * @param lastingMillis a gathering in an orange zone or a unit of class 3 or 4 is raised once it has lasted for so long, ms > 0
 * @param yellowMillis a yellow one is raised once it has been yellow for so long, ms > 0
 * @param gasMetres a gas alarm as near as this to a member, or within the gathering, makes it red, m > 0 (GB 30871 5.2.9: 30 m)
 * @param hotWorkMetres around the place of hot work, m > 0 (GB 30871 5.2.4: 15 m)
 * @param majorFrom from so many on it could become a major accident, > 0 (decree 493, article 3: 10)
 * @param catastrophicFrom or a particularly major one, >= majorFrom (decree 493, article 3: 30)
 */
public record RiskOptions(
        int minCount,
        long lastingMillis,
        long yellowMillis,
        double gasMetres,
        double hotWorkMetres,
        int majorFrom,
        int catastrophicFrom)
        implements Serializable {
    public RiskOptions {
        List<String> faults = new ArrayList<>();
        require(lastingMillis > 0, "risk.lasting must be > 0 ms, was " + lastingMillis, faults);
        require(yellowMillis > 0, "risk.yellow must be > 0 ms, was " + yellowMillis, faults);
        require(
                gasMetres > 0 && Double.isFinite(gasMetres),
                "risk.gas-distance must be > 0 m, was " + gasMetres,
                faults);
        require(
                hotWorkMetres > 0 && Double.isFinite(hotWorkMetres),
                "risk.hot-work-distance must be > 0 m, was " + hotWorkMetres,
                faults);
        require(
                majorFrom > 0 && catastrophicFrom >= majorFrom,
                "0 < risk.major-from <= catastrophic-from must hold, was " + majorFrom + ", " + catastrophicFrom,
                faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    public static RiskOptions standard() {
        return new RiskOptions(3, 300_000, 600_000, 30, 15, 10, 30);
    }

    private static void require(boolean holds, String fault, List<String> faults) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
