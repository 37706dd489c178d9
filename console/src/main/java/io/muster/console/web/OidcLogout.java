package io.muster.console.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/**
 * Whoever logged in at a provider logs out there too, or the next who sits down would be logged in by a click. The page is told the address ({@code next}) and
 * goes there: a script may not follow a redirect to another server.
 */
final class OidcLogout extends OidcClientInitiatedLogoutSuccessHandler {
    OidcLogout(ClientRegistrationRepository providers) {
        super(providers);
        setPostLogoutRedirectUri("{baseUrl}/");
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException {
        String next = who == null ? getDefaultTargetUrl() : determineTargetUrl(request, response, who);
        if (next.equals(getDefaultTargetUrl())) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        ObjectNode answer = Json.object();
        answer.put("next", next);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(Json.write(answer));
    }
}
