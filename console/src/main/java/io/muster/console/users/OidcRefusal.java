package io.muster.console.users;

import io.muster.console.history.Journal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** A login by OpenID Connect that came to nothing: written down, and back to the page, which says so. */
public final class OidcRefusal implements AuthenticationFailureHandler {
    /** Where the page is, with what it has to say. */
    public static final String ADDRESS = "/?login=refused";

    private static final int LONGEST_NAME = 64;

    private final Journal journal;

    public OidcRefusal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        String name = "unknown";
        if (why instanceof OAuth2AuthenticationException refused
                && refused.getError().getErrorCode().equals(ConsoleOidcUsers.NOT_HERE)
                && refused.getError().getDescription() != null) {
            name = refused.getError().getDescription();
        }
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        journal.act(
                printable.length() > LONGEST_NAME ? printable.substring(0, LONGEST_NAME) : printable,
                "login.refused",
                null,
                null,
                "{\"by\":\"oidc\"}",
                request.getRemoteAddr());
        response.sendRedirect(ADDRESS);
    }
}
