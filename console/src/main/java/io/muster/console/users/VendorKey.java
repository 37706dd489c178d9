package io.muster.console.users;

import java.security.Principal;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;

/**
 * A key of a vendor for the omlox Hub of one site. The token itself is known to the vendor alone.
 *
 * @param name what the vendor uses it for
 * @param expiresAt null = never
 * @param revokedAt null = it is not
 */
public record VendorKey(
        String id,
        String site,
        String vendor,
        String name,
        Set<KeyScope> scopes,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt)
        implements Principal {
    public VendorKey {
        scopes = Set.copyOf(new TreeSet<>(scopes));
    }

    /** As the log of API calls names it; no user has a colon in their name. */
    @Override
    public String getName() {
        return "vendor:" + vendor + ":" + name;
    }

    public boolean may(KeyScope scope) {
        return scopes.contains(scope);
    }

    public Collection<GrantedAuthority> authorities() {
        return scopes.stream().map(KeyScope::granted).toList();
    }

    boolean stands(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
