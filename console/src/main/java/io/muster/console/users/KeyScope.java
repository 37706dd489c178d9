package io.muster.console.users;

import java.util.Locale;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a key opens at the omlox Hub of its site. */
public enum KeyScope {
    /** What is now: positions, fences, events. */
    READ,
    /** Positions and sightings of the vendor's tags. */
    WRITE,
    /** With {@link #READ}: who people are. Without it they are ids. */
    NAMES;

    private static final String PREFIX = "HUB_";

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
