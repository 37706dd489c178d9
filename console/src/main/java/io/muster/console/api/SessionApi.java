package io.muster.console.api;

import io.muster.console.history.Journal;
import io.muster.console.users.Caller;
import io.muster.console.users.ConsoleUser;
import io.muster.console.users.Right;
import io.muster.console.users.Sessions;
import io.muster.console.users.UserStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
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
    private final Sessions sessions;
    private final List<Provider> providers;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SessionApi(UserStore users, Journal journal, Sessions sessions, ObjectProvider<ClientRegistrationRepository> oidc) {
        this.users = users;
        this.journal = journal;
        this.sessions = sessions;
        this.providers = providers(oidc.getIfAvailable());
    }

    /**
     * A provider of OpenID Connect.
     *
     * @param address where the browser goes to log in there
     */
    public record Provider(String id, String name, String address) {}

    /**
     * @param user null = nobody
     * @param providers beside the password; empty = none
     */
    public record Session(@Nullable Me user, List<Provider> providers) {}

    /**
     * @param sites {@code *} = all
     * @param mustChangePassword an administrator gave it: nothing else is allowed until another was chosen
     */
    public record Me(
            String name,
            String displayName,
            String role,
            List<String> rights,
            List<String> sites,
            boolean mustChangePassword) {
        static Me of(ConsoleUser user) {
            return new Me(
                    user.getUsername(),
                    user.displayName(),
                    user.role().wire(),
                    user.rights().stream().filter(user::may).map(Right::wire).toList(),
                    user.sites().stream().sorted().toList(),
                    user.mustChangePassword());
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
                        : Me.of(Caller.of(who)),
                providers);
    }

    private static List<Provider> providers(@Nullable ClientRegistrationRepository repository) {
        List<Provider> providers = new ArrayList<>();
        if (repository instanceof Iterable<?> all) {
            for (Object each : all) {
                if (each instanceof ClientRegistration provider) {
                    String id = provider.getRegistrationId();
                    providers.add(new Provider(
                            id,
                            provider.getClientName(),
                            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/"
                                    + id));
                }
            }
        }
        return providers;
    }

    @GetMapping("/me")
    Me me(Authentication who) {
        return Me.of(Caller.of(who));
    }

    @PostMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            Authentication who,
            @RequestBody PasswordChange change,
            HttpServletRequest request,
            HttpServletResponse response) {
        ConsoleUser user = Caller.of(who);
        String now = Given.text("now", change.now());
        if (!users.checkPassword(user.getUsername(), Given.text("before", change.before()))) {
            throw new BadRequest("before: this is not your password, or too many wrong ones were given");
        }
        if (now.equals(change.before())) {
            throw new BadRequest("now: expected another one than before");
        }
        try {
            users.changePassword(user.getUsername(), now);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("now: " + e.getMessage());
        }
        // Whoever knew the one before is logged out; who is here goes on, with all their rights.
        sessions.end(user.getUsername(), request.getSession().getId());
        ConsoleUser changed = users.loadUserByUsername(user.getUsername());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(changed, null, changed.getAuthorities()));
        contexts.saveContext(context, request, response);
        journal.act(user.getUsername(), "user.password", null, user.getUsername(), "{}", request.getRemoteAddr());
    }
}
