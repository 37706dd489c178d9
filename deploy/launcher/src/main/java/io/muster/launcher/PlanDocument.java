package io.muster.launcher;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.plan.PlanOverrides;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A plan as it is written to its topic: what the options replace is replaced in the document, since the topic has no options. */
final class PlanDocument {
    /** Numbers keep their digits. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private PlanDocument() {}

    /** @param document a plan that was read without faults; returned as it is when nothing has to be replaced */
    static byte[] with(PlanOverrides overrides, byte[] document) {
        try {
            ObjectNode plan = (ObjectNode) MAPPER.readTree(document);
            JsonNode before = plan.path("muster").deepCopy();
            ObjectNode muster = plan.withObject("/muster");
            if (overrides.site() != null) {
                muster.put("site", overrides.site());
            }
            if (overrides.crs() != null) {
                muster.put("crs", overrides.crs());
            }
            String origin = overrides.origin();
            if (origin != null) {
                ObjectNode place = muster.putObject("origin");
                String[] names = {"lon", "lat", "bearing_deg"};
                String[] numbers = origin.split(",");
                for (int i = 0; i < numbers.length && i < names.length; i++) {
                    place.put(names[i], Double.parseDouble(numbers[i].strip()));
                }
            }
            return muster.equals(before) ? document : MAPPER.writeValueAsBytes(plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
