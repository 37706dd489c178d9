package io.muster.console.users;

import java.util.Locale;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a user may. */
public enum Right {
    /** See who is where now, and the alarms that stand. */
    LIVE,
    /** See what was: tracks, playback, past alarms. Another right, since it tells the habits of people. */
    HISTORY,
    /** See names. Without it people are ids. */
    NAMES,
    /** Acknowledge, shelve, clear, release. */
    ACT,
    /** Users, plans, people. */
    ADMINISTER;

    private static final String PREFIX = "RIGHT_";

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The word on the wire and in the database. */
    public String wire() {
        return wire;
    }

    /** As the framework knows it. */
    public String authority() {
        return PREFIX + name();
    }

    GrantedAuthority granted() {
        return new SimpleGrantedAuthority(authority());
    }
}
