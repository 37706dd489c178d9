package io.muster.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Bodies that are read by the contract and not by the framework, so that faults are named as everywhere else. */
final class Bodies {
    /** @param most bytes */
    static byte[] bytes(HttpServletRequest request, int most) throws IOException {
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new BadRequest("the body has at most " + most + " bytes");
        }
        if (body.length == 0) {
            throw new BadRequest("a body must be given");
        }
        return body;
    }

    /** An object as a record of a topic may be. */
    static ObjectNode object(byte[] body) {
        try {
            JsonNode read = Json.readTree(body);
            if (read instanceof ObjectNode object) {
                return object;
            }
            throw new BadRequest("the body must be an object");
        } catch (Unreadable e) {
            throw new BadRequest("the body cannot be read: " + e.detail());
        }
    }

    private Bodies() {}
}
