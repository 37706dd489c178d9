package io.muster.launcher.replay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A recorded plan as the plan of another site. */
final class PlanOfSite {
    /** Numbers keep their digits. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private PlanOfSite() {}

    /**
     * The document with the site in it, and with its version, which would be another one if it were made of the changed content. A plan with faults stays
     * as it is: the job refuses it, as it did when it was recorded.
     */
    static byte[] of(String site, byte[] document) {
        Plan plan;
        try {
            plan = PlanReader.read("plans", document, PlanOverrides.ofSite(site));
        } catch (PlanFaults e) {
            return document;
        }
        try {
            ObjectNode tree = (ObjectNode) MAPPER.readTree(document);
            ObjectNode muster = tree.withObject("/muster");
            muster.put("site", site);
            muster.put("version", plan.version());
            return MAPPER.writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
