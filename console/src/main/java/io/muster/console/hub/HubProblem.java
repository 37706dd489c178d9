package io.muster.console.hub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** A refusal that is both an omlox Error (type, code, message) and a problem document (RFC 9457), so that clients of either read it. */
final class HubProblem {
    private static final int MOST_FAULTS = 100;

    static byte[] document(HttpStatus status, @Nullable String detail, List<HubRefusal.Fault> faults, String instance) {
        ObjectNode problem = Json.object();
        // A word for omlox; as a relative URI reference also a type for RFC 9457.
        problem.put("type", status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-'));
        problem.put("code", status.value());
        problem.put("message", detail);
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("instance", instance);
        if (!faults.isEmpty()) {
            ArrayNode errors = problem.putArray("errors");
            for (HubRefusal.Fault each : faults.subList(0, Math.min(MOST_FAULTS, faults.size()))) {
                ObjectNode error = errors.addObject();
                if (each.index() != null) {
                    error.put("index", each.index());
                }
                error.put("detail", each.detail());
            }
        }
        return Json.write(problem);
    }

    /** Where no controller is reached. */
    static void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"omlox\"");
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(document(status, detail, List.of(), request.getRequestURI()));
    }

    private HubProblem() {}
}
