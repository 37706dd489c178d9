package io.muster.console.users;

import io.muster.console.history.Journal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes down every call of the API: who, when, what came of it. Stands around the security filters, so that refusals are written too. */
public final class ApiCalls extends OncePerRequestFilter {
    private static final int LONGEST_PATH = 512;

    private final Journal journal;

    public ApiCalls(Journal journal) {
        this.journal = journal;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith("/omlox/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            Object who = request.getAttribute(WHO);
            String query = request.getQueryString();
            String path = request.getRequestURI() + (query == null ? "" : "?" + query);
            journal.call(
                    who instanceof Principal principal ? principal.getName() : null,
                    request.getMethod(),
                    cut(path),
                    response.getStatus(),
                    (System.nanoTime() - start) / 1_000_000,
                    request.getRemoteAddr());
        }
    }

    static String cut(String path) {
        return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path;
    }

    /** Where the inner filter leaves the caller, whom the security filters have forgotten by the time that we look. */
    static final String WHO = ApiCalls.class.getName() + ".who";

    /** Where the caller is known and not yet refused: leaves the caller for the line. */
    public static final class Inner extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Principal who = request.getUserPrincipal();
            if (who != null) {
                request.setAttribute(WHO, who);
            }
            chain.doFilter(request, response);
        }
    }
}
