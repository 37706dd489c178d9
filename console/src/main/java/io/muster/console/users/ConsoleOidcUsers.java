package io.muster.console.users;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * OpenID Connect says who it is; the table of users says what they may. Who is not in the table is refused. The provider is set by the framework's own
 * settings ({@code spring.security.oauth2.client.*}).
 */
public final class ConsoleOidcUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {
    /** The provider knows them, and they may nothing here. */
    static final String NOT_HERE = "access_denied";

    private final OidcUserService provider = new OidcUserService();
    private final UserStore users;

    public ConsoleOidcUsers(UserStore users) {
        this.users = users;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser who = provider.loadUser(request);
        String preferred = who.getPreferredUsername();
        String name = preferred == null ? who.getSubject() : preferred;
        ConsoleUser user = name == null ? null : users.find(name);
        if (user == null || !user.isEnabled() || !user.isAccountNonLocked()) {
            throw new OAuth2AuthenticationException(new OAuth2Error(NOT_HERE, name, null));
        }
        return new Known(who, user);
    }

    /** Both: what the provider said, and what we know. */
    static final class Known extends DefaultOidcUser {
        private static final long serialVersionUID = 1L;
        private final ConsoleUser user;

        Known(OidcUser who, ConsoleUser user) {
            super(user.getAuthorities(), who.getIdToken(), who.getUserInfo());
            this.user = user;
        }

        ConsoleUser user() {
            return user;
        }

        @Override
        public String getName() {
            return user.getUsername();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Known known && known.getName().equals(getName()) && super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }
}
