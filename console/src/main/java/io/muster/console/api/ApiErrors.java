package io.muster.console.api;

import io.muster.console.admin.Conflict;
import io.muster.console.admin.NotRead;
import io.muster.console.live.NotSent;
import io.muster.console.users.LastAdministrator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every refusal of the API as a problem document (RFC 9457): what was wrong, never how we are built. */
@RestControllerAdvice
public class ApiErrors extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler(BadRequest.class)
    ProblemDetail badRequest(BadRequest e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
        if (!e.errors().isEmpty()) {
            problem.setProperty("errors", e.errors());
        }
        return problem;
    }

    @ExceptionHandler(Conflict.class)
    ProblemDetail conflict(Conflict e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
        if (!e.lines().isEmpty()) {
            problem.setProperty("errors", e.lines());
        }
        return problem;
    }

    @ExceptionHandler(LastAdministrator.class)
    ProblemDetail lastAdministrator(LastAdministrator e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }

    @ExceptionHandler(NotRead.class)
    ProblemDetail notRead(NotRead e) {
        LOG.warn("nothing was changed: {}", e.toString());
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "the brokers do not say what there is now; try again");
    }

    @ExceptionHandler(NotSent.class)
    ProblemDetail notSent(NotSent e) {
        LOG.warn("not sent: {}", String.valueOf(e.getCause()));
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "the brokers did not take it in time; look whether it arrived");
    }

    @ExceptionHandler(NotThere.class)
    ProblemDetail notThere(NotThere e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ProblemDetail away(RuntimeException e) {
        LOG.warn("a question could not be answered: {}", e.toString());
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "the history cannot be read now; what is live goes on");
    }
}
