package io.muster.console.hub;

import io.muster.console.users.VendorKey;
import io.muster.console.users.VendorKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who calls, by the token in {@code Authorization: Bearer}. A key opens its own site; every other looks as if there were none. */
final class VendorFilter extends OncePerRequestFilter {
    private static final String BEARER = "bearer ";

    private final VendorKeys keys;

    VendorFilter(VendorKeys keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        if (!keys.known()) {
            HubProblem.write(
                    request, response, HttpStatus.SERVICE_UNAVAILABLE, "the keys of vendors cannot be read yet");
            return;
        }
        VendorKey key = keys.of(token);
        if (key == null) {
            HubProblem.write(request, response, HttpStatus.UNAUTHORIZED, "this token is none, expired or revoked");
            return;
        }
        String site = HubPaths.site(request.getRequestURI());
        if (!key.site().equals(site)) {
            HubProblem.write(request, response, HttpStatus.NOT_FOUND, "there is no site " + site + " for this token");
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(key, "", key.authorities()));
        SecurityContextHolder.setContext(context);
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static @Nullable String token(@Nullable String header) {
        return header != null
                        && header.length() > BEARER.length()
                        && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }
}
