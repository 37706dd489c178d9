package io.muster.console.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.muster.console.history.AuditLog;
import io.muster.console.users.Caller;
import io.muster.console.users.ConsoleUser;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done and what was called: for administrators, each of their own sites. {@code from} is inclusive, {@code to} exclusive; without them the last 24 h. */
@RestController
@RequestMapping("/api/v1")
public class LogsApi {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEARS = Duration.ofDays(3660);
    private static final int FEW = 200;

    private final AuditLog log;

    LogsApi(AuditLog log) {
        this.log = log;
    }

    /** @param detail a JSON object */
    public record Act(
            Instant at,
            String who,
            String act,
            @Nullable String site,
            @Nullable String object,

            @Schema(implementation = Object.class) @JsonRawValue
            String detail,

            @Nullable String address) {}

    /** @param who null = nobody was logged in */
    public record Call(
            Instant at,
            @Nullable String who,
            String method,
            String path,
            int status,
            int millis,
            @Nullable String address) {}

    /**
     * Newest first.
     *
     * @param act the word, or its beginning with a dot at the end: {@code user.}
     */
    @GetMapping("/audit")
    List<Act> acts(
            Authentication caller,
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String site,
            @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer limit) {
        Given.Span span = Given.span(from, to, DAY, YEARS);
        return log
                .acts(new AuditLog.Query(
                        span.from(),
                        span.to(),
                        Given.textOrNull("who", who),
                        Given.textOrNull("act", act),
                        Given.textOrNull("site", site),
                        Given.textOrNull("object", object),
                        sites(caller),
                        Given.limit(limit, FEW)))
                .stream()
                .map(each -> new Act(
                        each.at(), each.who(), each.act(), each.site(), each.object(), each.detail(), each.address()))
                .toList();
    }

    /**
     * Newest first.
     *
     * @param path a part of it
     * @param status the least that is shown: 400 = what was refused, and what failed
     */
    @GetMapping("/api-calls")
    List<Call> calls(
            Authentication caller,
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String method,
            @RequestParam(required = false) @Nullable String path,
            @RequestParam(required = false) @Nullable Integer status,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer limit) {
        Given.Span span = Given.span(from, to, DAY, YEARS);
        return log
                .calls(new AuditLog.CallQuery(
                        span.from(),
                        span.to(),
                        Given.textOrNull("who", who),
                        Given.textOrNull("method", method),
                        Given.textOrNull("path", path),
                        status,
                        sites(caller),
                        Given.limit(limit, FEW)))
                .stream()
                .map(each -> new Call(
                        each.at(),
                        each.who(),
                        each.method(),
                        each.path(),
                        each.status(),
                        each.millis(),
                        each.address()))
                .toList();
    }

    /** Null = all. */
    private static @Nullable Set<String> sites(Authentication caller) {
        ConsoleUser user = Caller.of(caller);
        return user.sites().contains(ConsoleUser.ALL_SITES) ? null : user.sites();
    }
}
