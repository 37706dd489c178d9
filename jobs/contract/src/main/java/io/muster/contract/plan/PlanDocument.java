package io.muster.contract.plan;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Changes a plan's document before it is written to its topic, and leaves everything else in it as it came. */
public final class PlanDocument {
    /** Numbers keep their digits. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private PlanDocument() {}

    /**
     * What the options replace is replaced in the document, since the topic has no options.
     *
     * @param document a plan that was read without faults; returned as it is when nothing has to be replaced
     */
    public static byte[] with(PlanOverrides overrides, byte[] document) {
        ObjectNode plan = tree(document);
        ObjectNode muster = ours(plan);
        JsonNode before = muster.deepCopy();
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
        return muster.equals(before) ? document : bytes(plan);
    }

    /** @param document a plan that was read without faults */
    public static ObjectNode tree(byte[] document) {
        try {
            return (ObjectNode) MAPPER.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(ObjectNode plan) {
        try {
            return MAPPER.writeValueAsBytes(plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code muster} of the plan, or of the properties of a feature, to be changed: also where it was written as a text, or not at all. */
    public static ObjectNode ours(ObjectNode holder) {
        JsonNode muster = holder.get("muster");
        if (muster instanceof ObjectNode object) {
            return object;
        }
        ObjectNode read = holder.objectNode();
        if (muster != null && muster.isTextual() && !muster.textValue().isBlank()) {
            try {
                read = (ObjectNode) MAPPER.readTree(muster.textValue());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        holder.set("muster", read);
        return read;
    }
}
