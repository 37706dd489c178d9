package io.muster.console.api;

import io.muster.console.history.Journal;
import io.muster.console.users.Caller;
import io.muster.console.users.ConsoleUser;
import io.muster.console.users.Right;
import io.muster.console.users.UserStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is logged in. */
@RestController
@RequestMapping("/api/v1")
public class SessionApi {
    private final UserStore users;
    private final Journal journal;

    SessionApi(UserStore users, Journal journal) {
        this.users = users;
        this.journal = journal;
    }

    /** @param user null = nobody */
    public record Session(@Nullable Me user) {}

    /** @param sites {@code *} = all */
    public record Me(String name, String displayName, String role, List<String> rights, List<String> sites) {
        static Me of(ConsoleUser user) {
            return new Me(
                    user.getUsername(),
                    user.displayName(),
                    user.role().wire(),
                    user.rights().stream().map(Right::wire).toList(),
                    user.sites().stream().sorted().toList());
        }
    }

    public record PasswordChange(
            @Nullable String before, @Nullable String now) {}

    /** For everybody: the page asks it first, and gets its CSRF cookie with the answer. */
    @GetMapping("/session")
    Session session() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return new Session(
                who == null || who instanceof AnonymousAuthenticationToken || !who.isAuthenticated()
                        ? null
                        : Me.of(Caller.of(who)));
    }

    @GetMapping("/me")
    Me me(Authentication who) {
        return Me.of(Caller.of(who));
    }

    @PostMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Authentication who, @RequestBody PasswordChange change, HttpServletRequest request) {
        ConsoleUser user = Caller.of(who);
        String now = Given.text("now", change.now());
        if (!users.checkPassword(user.getUsername(), Given.text("before", change.before()))) {
            throw new BadRequest("before: this is not your password, or too many wrong ones were given");
        }
        try {
            users.changePassword(user.getUsername(), now);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("now: " + e.getMessage());
        }
        journal.act(user.getUsername(), "user.password", null, user.getUsername(), "{}", request.getRemoteAddr());
    }
}
