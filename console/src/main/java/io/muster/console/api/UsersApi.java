package io.muster.console.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.console.history.AuditLog;
import io.muster.console.history.Journal;
import io.muster.console.users.Caller;
import io.muster.console.users.ConsoleUser;
import io.muster.console.users.Right;
import io.muster.console.users.Role;
import io.muster.console.users.UserStore;
import io.muster.contract.codec.Json;
import io.muster.contract.topic.SiteId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users and what was done: for administrators. */
@RestController
@RequestMapping("/api/v1")
public class UsersApi {
    private final UserStore users;
    private final Journal journal;
    private final AuditLog audit;

    UsersApi(UserStore users, Journal journal, AuditLog audit) {
        this.users = users;
        this.journal = journal;
        this.audit = audit;
    }

    /**
     * @param password null = logs in by OpenID Connect
     * @param role {@code viewer}, {@code operator} or {@code administrator}
     * @param rights beyond those of the role
     * @param sites {@code *} = all
     */
    public record NewUser(
            @Nullable String name,
            @Nullable String displayName,
            @Nullable String password,
            @Nullable String role,
            @Nullable List<String> rights,
            @Nullable List<String> sites) {}

    /** @param detail a JSON object */
    public record Act(
            Instant at,
            String who,
            String act,
            @Nullable String site,
            @Nullable String object,
            @JsonRawValue String detail,
            @Nullable String address) {}

    @GetMapping("/users")
    List<SessionApi.Me> all() {
        return users.all().stream().map(SessionApi.Me::of).toList();
    }

    @PostMapping("/users")
    @ResponseStatus(HttpStatus.CREATED)
    SessionApi.Me add(Authentication who, @RequestBody NewUser given, HttpServletRequest request) {
        String name = Given.text("name", given.name());
        String display = Given.textOrNull("display_name", given.displayName());
        Role role = word(Role.class, "role", Given.text("role", given.role()));
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (String each : orNone(given.rights())) {
            rights.add(word(Right.class, "rights", each));
        }
        Set<String> sites = new TreeSet<>(orNone(given.sites()));
        for (String each : sites) {
            if (!each.equals(ConsoleUser.ALL_SITES) && !SiteId.wellFormed(each)) {
                throw new BadRequest("sites: '" + each + "' is no site");
            }
        }
        try {
            users.add(name, display == null ? name : display, given.password(), role, rights, sites);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
        ConsoleUser added = users.loadUserByUsername(name);
        ObjectNode detail = Json.object();
        detail.put("role", role.wire());
        journal.act(
                Caller.of(who).getUsername(),
                "user.add",
                null,
                added.getUsername(),
                detail.toString(),
                request.getRemoteAddr());
        return SessionApi.Me.of(added);
    }

    /** Newest first. */
    @GetMapping("/audit")
    List<Act> acts(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer limit) {
        Given.Span span = Given.span(from, to, Duration.ofDays(1), Duration.ofDays(3660));
        return audit.acts(span.from(), span.to(), Given.limit(limit, 200)).stream()
                .map(each -> new Act(
                        each.at(), each.who(), each.act(), each.site(), each.object(), each.detail(), each.address()))
                .toList();
    }

    private static List<String> orNone(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }

    private static <E extends Enum<E>> E word(Class<E> type, String field, String given) {
        try {
            return Enum.valueOf(type, given.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(field + ": '" + given + "' is not known");
        }
    }
}
