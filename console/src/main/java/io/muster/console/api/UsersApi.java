package io.muster.console.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.console.history.Journal;
import io.muster.console.users.Caller;
import io.muster.console.users.ConsoleUser;
import io.muster.console.users.Right;
import io.muster.console.users.Role;
import io.muster.console.users.Sessions;
import io.muster.console.users.UserStore;
import io.muster.contract.codec.Json;
import io.muster.contract.topic.SiteId;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users: for administrators. */
@RestController
@RequestMapping("/api/v1")
public class UsersApi {
    private final UserStore users;
    private final Journal journal;
    private final Sessions sessions;

    UsersApi(UserStore users, Journal journal, Sessions sessions) {
        this.users = users;
        this.journal = journal;
        this.sessions = sessions;
    }

    /**
     * @param rights all that they have
     * @param moreRights of these, those beyond the role
     * @param sites {@code *} = all
     * @param login {@code password} or {@code oidc}
     * @param lockedUntil null = is not locked
     * @param mustChangePassword an administrator gave it: nothing else is allowed until another was chosen
     */
    public record UserView(
            String name,
            String displayName,
            String role,
            List<String> rights,
            List<String> moreRights,
            List<String> sites,
            String login,
            boolean enabled,
            @Nullable Instant lockedUntil,
            boolean mustChangePassword) {
        static UserView of(ConsoleUser user) {
            return new UserView(
                    user.getUsername(),
                    user.displayName(),
                    user.role().wire(),
                    user.rights().stream().map(Right::wire).toList(),
                    user.moreRights().stream().map(Right::wire).toList(),
                    user.sites().stream().sorted().toList(),
                    user.getPassword() == null ? "oidc" : "password",
                    user.isEnabled(),
                    user.lockedUntil(),
                    user.mustChangePassword());
        }
    }

    /** What is to be otherwise; what is not given stays as it is. */
    public record ChangedUser(
            @Nullable String displayName,
            @Nullable String role,
            @Nullable List<String> rights,
            @Nullable List<String> sites,
            @Nullable Boolean enabled) {}

    /** @param password shown this once; the user has to choose another when they log in with it */
    public record GivenPassword(String password) {}

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

    @GetMapping("/users")
    List<UserView> all() {
        return users.all().stream().map(UserView::of).toList();
    }

    @PostMapping("/users")
    @ResponseStatus(HttpStatus.CREATED)
    UserView add(Authentication who, @RequestBody NewUser given, HttpServletRequest request) {
        String name = Given.text("name", given.name());
        String display = Given.textOrNull("display_name", given.displayName());
        Role role = word(Role.class, "role", Given.text("role", given.role()));
        Set<Right> rights = rights(orNone(given.rights()));
        Set<String> sites = sites(orNone(given.sites()));
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
        return UserView.of(added);
    }

    /**
     * Changes a user, disables or enables them. Nobody is deleted: the audit log goes on naming them. Their logins end, since what a user may is that of the
     * moment of the login.
     */
    @PutMapping("/users/{name}")
    UserView change(
            Authentication who, @PathVariable String name, @RequestBody ChangedUser given, HttpServletRequest request) {
        ConsoleUser before = users.change(
                name,
                new UserStore.Change(
                        Given.textOrNull("display_name", given.displayName()),
                        given.role() == null ? null : word(Role.class, "role", given.role()),
                        given.rights() == null ? null : rights(given.rights()),
                        given.sites() == null ? null : sites(given.sites()),
                        given.enabled()));
        if (before == null) {
            throw new NotThere("there is no user " + name);
        }
        ConsoleUser after = users.loadUserByUsername(name);
        ObjectNode detail = Json.object();
        field(detail, "display_name", before.displayName(), after.displayName());
        field(detail, "role", before.role().wire(), after.role().wire());
        field(detail, "rights", words(before.moreRights()), words(after.moreRights()));
        field(detail, "sites", String.join(" ", sites(before)), String.join(" ", sites(after)));
        field(detail, "enabled", Boolean.toString(before.isEnabled()), Boolean.toString(after.isEnabled()));
        boolean onlyCalled = detail.isEmpty() || (detail.size() == 1 && detail.has("display_name"));
        if (!onlyCalled) {
            sessions.end(after.getUsername(), null);
        }
        act(who, "user.change", after.getUsername(), detail, request);
        return UserView.of(after);
    }

    /** Lets a user who gave too many wrong passwords try again at once. */
    @PostMapping("/users/{name}/unlock")
    UserView unlock(Authentication who, @PathVariable String name, HttpServletRequest request) {
        if (!users.unlock(name)) {
            throw new NotThere("there is no user " + name);
        }
        ConsoleUser user = users.loadUserByUsername(name);
        act(who, "user.unlock", user.getUsername(), Json.object(), request);
        return UserView.of(user);
    }

    /** Gives a user another password; their logins end. */
    @PostMapping("/users/{name}/password-reset")
    GivenPassword resetPassword(Authentication who, @PathVariable String name, HttpServletRequest request) {
        ConsoleUser user = users.find(name);
        if (user == null) {
            throw new NotThere("there is no user " + name);
        }
        String password = users.resetPassword(name);
        if (password == null) {
            throw new BadRequest("name: " + user.getUsername() + " has no password here, and logs in elsewhere");
        }
        sessions.end(user.getUsername(), null);
        act(who, "user.password_reset", user.getUsername(), Json.object(), request);
        return new GivenPassword(password);
    }

    private void act(Authentication who, String act, String user, ObjectNode detail, HttpServletRequest request) {
        journal.act(Caller.of(who).getUsername(), act, null, user, Json.writeString(detail), request.getRemoteAddr());
    }

    private static void field(ObjectNode detail, String name, String before, String after) {
        if (!before.equals(after)) {
            detail.putArray(name).add(before).add(after);
        }
    }

    private static String words(Set<Right> rights) {
        return String.join(" ", rights.stream().map(Right::wire).toList());
    }

    private static Set<String> sites(ConsoleUser user) {
        return new TreeSet<>(user.sites());
    }

    private static Set<Right> rights(List<String> given) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (String each : given) {
            rights.add(word(Right.class, "rights", each));
        }
        return rights;
    }

    private static Set<String> sites(List<String> given) {
        Set<String> sites = new TreeSet<>(given);
        for (String each : sites) {
            if (!each.equals(ConsoleUser.ALL_SITES) && !SiteId.wellFormed(each)) {
                throw new BadRequest("sites: '" + each + "' is no site");
            }
        }
        return sites;
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
