package io.muster.console.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.people.Person;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Who people are, for those who may know. All others get ids, and of the plant's own data what head counts are made of. */
record Disclosure(boolean names) {
    private static final String OURS = "muster";
    private static final List<String> COUNTED_BY = List.of("department", "person_type", "post");

    ObjectNode trackable(Person person) {
        ObjectNode all;
        try {
            all = Json.readOwn(person.document().getBytes(StandardCharsets.UTF_8), ObjectNode.class);
        } catch (Unreadable e) {
            throw new IllegalStateException("it was read before", e);
        }
        if (names) {
            return all;
        }
        ObjectNode few = Json.object();
        few.set("id", all.path("id"));
        few.set("type", all.path("type"));
        if (all.path("location_providers").isArray()) {
            few.set("location_providers", all.path("location_providers"));
        }
        ObjectNode ours = few.putObject("properties").putObject(OURS);
        for (String each : COUNTED_BY) {
            if (all.path("properties").path(OURS).path(each).isTextual()) {
                ours.set(each, all.path("properties").path(OURS).path(each));
            }
        }
        return few;
    }

    /** @param motion changed in place */
    ObjectNode motion(ObjectNode motion) {
        if (!names) {
            motion.remove("name");
            onlyOurs(motion);
        }
        return motion;
    }

    /** @param event changed in place */
    ObjectNode fenceEvent(ObjectNode event) {
        if (!names) {
            onlyOurs(event);
            if (event.path("properties").path(OURS) instanceof ObjectNode ours) {
                // Who released somebody is a person too.
                ours.remove("by");
            }
        }
        return event;
    }

    private static void onlyOurs(ObjectNode document) {
        if (document.path("properties") instanceof ObjectNode properties) {
            properties.retain(OURS);
        }
    }
}
