package io.muster.console.users;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A user as the framework asks for one. Sites and rights are those of the moment of the login. */
public final class ConsoleUser implements UserDetails {
    private static final long serialVersionUID = 1L;

    /** In the list of sites: all of them. */
    public static final String ALL_SITES = "*";

    private final String name;
    private final String displayName;
    private final @Nullable String password;
    private final Role role;
    private final EnumSet<Right> rights;
    private final EnumSet<Right> more;
    private final Set<String> sites;
    private final boolean enabled;
    private final @Nullable Instant lockedUntil;
    private final boolean mustChangePassword;

    ConsoleUser(
            String name,
            String displayName,
            @Nullable String password,
            Role role,
            Set<Right> more,
            Set<String> sites,
            boolean enabled,
            @Nullable Instant lockedUntil,
            boolean mustChangePassword) {
        this.name = name;
        this.displayName = displayName;
        this.password = password;
        this.role = role;
        this.rights = EnumSet.copyOf(role.rights());
        this.rights.addAll(more);
        this.more = more.isEmpty() ? EnumSet.noneOf(Right.class) : EnumSet.copyOf(more);
        this.mustChangePassword = mustChangePassword;
        this.sites = Set.copyOf(sites);
        this.enabled = enabled;
        this.lockedUntil = lockedUntil;
    }

    public String displayName() {
        return displayName;
    }

    public Role role() {
        return role;
    }

    public boolean may(Right right) {
        return !mustChangePassword && rights.contains(right);
    }

    public Set<Right> rights() {
        return EnumSet.copyOf(rights);
    }

    public Set<String> sites() {
        return sites;
    }

    /** Beyond those of the role. */
    public Set<Right> moreRights() {
        return EnumSet.copyOf(more);
    }

    /** Null = is not locked. */
    public @Nullable Instant lockedUntil() {
        return isAccountNonLocked() ? null : lockedUntil;
    }

    /** Whether an administrator gave the password: then it is good for choosing another, and for nothing else. */
    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    /** Whether the site is in this user's scope. */
    public boolean sees(String site) {
        return !mustChangePassword && inScope(site);
    }

    private boolean inScope(String site) {
        return sites.contains(ALL_SITES) || sites.contains(site);
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return mustChangePassword
                ? List.of()
                : rights.stream().map(Right::granted).toList();
    }

    @Override
    public boolean isAccountNonLocked() {
        return lockedUntil == null || !Instant.now().isBefore(lockedUntil);
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }
}
