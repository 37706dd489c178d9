package io.muster.console.users;

import io.muster.console.history.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Hears of every login: counts wrong passwords, locks, and writes each into the audit log. */
public final class Logins {
    private static final String NOTHING = "{}";

    private final UserStore users;
    private final Journal journal;

    public Logins(UserStore users, Journal journal) {
        this.users = users;
        this.journal = journal;
    }

    @EventListener
    public void succeeded(InteractiveAuthenticationSuccessEvent event) {
        Authentication who = event.getAuthentication();
        users.rightPassword(who.getName());
        journal.act(who.getName(), "login", null, null, NOTHING, address(who));
    }

    @EventListener
    public void failed(AbstractAuthenticationFailureEvent event) {
        Authentication who = event.getAuthentication();
        String name = who.getName().length() > 64 ? who.getName().substring(0, 64) : who.getName();
        journal.act(printable(name), "login.refused", null, null, NOTHING, address(who));
        if (event instanceof AuthenticationFailureBadCredentialsEvent && users.wrongPassword(name)) {
            journal.act(printable(name), "login.locked", null, null, NOTHING, address(who));
        }
    }

    /** A name that nobody checked yet. */
    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    private static @Nullable String address(Authentication who) {
        return who.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null;
    }
}
