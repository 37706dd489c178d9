package io.muster.console.users;

import org.springframework.security.core.Authentication;

/** The user behind a call, however they logged in. */
public final class Caller {
    /** @throws IllegalStateException where nobody is logged in: the rules let nobody through then */
    public static ConsoleUser of(Authentication who) {
        Object principal = who.getPrincipal();
        if (principal instanceof ConsoleUser user) {
            return user;
        }
        if (principal instanceof ConsoleOidcUsers.Known known) {
            return known.user();
        }
        throw new IllegalStateException("nobody is logged in");
    }

    private Caller() {}
}
