package io.muster.contract.plan;

import io.muster.geometry.SiteFrame;
import java.util.List;

/** Stub until the next build. */
public final class PlanReader {
    public static Plan read(String fileName, byte[] geoJson, PlanOverrides overrides) throws PlanFaults {
        if (geoJson.length > 0) {
            throw new PlanFaults(List.of(fileName + ": not yet" + overrides));
        }
        return new Plan("x", "", "", null, null, null, "local", SiteFrame.localOnly(), List.of());
    }

    private PlanReader() {}
}
