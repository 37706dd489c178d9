package io.muster.console.users;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** The logins of this console. What a user may is that of the moment of the login, so whoever changes it ends the login. */
public final class Sessions implements HttpSessionListener {
    private final Set<HttpSession> sessions = ConcurrentHashMap.newKeySet();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        sessions.add(event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        sessions.remove(event.getSession());
    }

    /**
     * Ends all logins of a user.
     *
     * @param but the id of a session that goes on; null = none does
     */
    public void end(String name, @Nullable String but) {
        for (HttpSession each : List.copyOf(sessions)) {
            try {
                if (!each.getId().equals(but) && name.equals(user(each))) {
                    each.invalidate();
                }
            } catch (IllegalStateException e) {
                // It ended by itself meanwhile.
                sessions.remove(each);
            }
        }
    }

    private static @Nullable String user(HttpSession session) {
        Object context = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        Authentication who = context instanceof SecurityContext known ? known.getAuthentication() : null;
        return who == null ? null : who.getName();
    }
}
