package io.muster.console.users;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A set of rights with a name; a user may have rights beyond their role. */
public enum Role {
    VIEWER,
    OPERATOR,
    ADMINISTRATOR;

    private final String wire = name().toLowerCase(Locale.ROOT);

    public String wire() {
        return wire;
    }

    public Set<Right> rights() {
        return switch (this) {
            case VIEWER -> EnumSet.of(Right.LIVE);
            case OPERATOR -> EnumSet.of(Right.LIVE, Right.HISTORY, Right.NAMES, Right.ACT);
            case ADMINISTRATOR -> EnumSet.allOf(Right.class);
        };
    }
}
