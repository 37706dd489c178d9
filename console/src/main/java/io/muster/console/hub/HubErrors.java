package io.muster.console.hub;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Every refusal of the hub, as {@link HubProblem}. Goes before the advice of the console's own API. */
@RestControllerAdvice(basePackageClasses = HubErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class HubErrors {
    private static final Logger LOG = LoggerFactory.getLogger(HubErrors.class);

    @ExceptionHandler
    ResponseEntity<byte[]> refused(HubRefusal e, HttpServletRequest request) {
        return answer(e.status(), e.getMessage(), e.faults(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> notTaken(VendorWriter.NotTaken e, HttpServletRequest request) {
        LOG.warn("positions of a vendor were not taken: {}", e.toString());
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "the brokers did not take it in time; some of it may be there all the same: send it again",
                List.of(),
                request);
    }

    /** The caller broke off, or sent what could not be read from the wire. */
    @ExceptionHandler
    ResponseEntity<byte[]> broken(IOException e, HttpServletRequest request) {
        return answer(HttpStatus.BAD_REQUEST, "the body could not be read", List.of(), request);
    }

    private static ResponseEntity<byte[]> answer(
            HttpStatus status, @Nullable String detail, List<HubRefusal.Fault> faults, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            boolean updates = request.getRequestURI().matches(".*/providers/(locations|[^/]+/location)");
            answer.header(HttpHeaders.ALLOW, updates ? "GET, PUT" : "GET");
        }
        return answer.body(HubProblem.document(status, detail, faults, request.getRequestURI()));
    }
}
