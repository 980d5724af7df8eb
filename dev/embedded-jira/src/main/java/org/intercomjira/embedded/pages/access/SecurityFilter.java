package org.intercomjira.embedded.pages.access;

import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.intercomjira.embedded.spi.JiraSide;

/** Stands before everything: says who acts on this thread, and forbids inline scripts on every page, Jira's and plugins' alike. */
public final class SecurityFilter extends HttpFilter {
    private static final String NO_INLINE_SCRIPT = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src * data:; font-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'";

    private final transient JiraSide jira;
    private final transient CallerFinder callers;

    public SecurityFilter(JiraSide jira) {
        this.jira = jira;
        this.callers = new CallerFinder(jira);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Security-Policy", NO_INLINE_SCRIPT);
        response.setHeader("X-Content-Type-Options", "nosniff");
        Caller caller = callers.find(request);
        if (caller instanceof Caller.Refused) {
            refuse(response);
        } else {
            proceedAs(caller instanceof Caller.Known known ? known.user() : null, request, response, chain);
        }
    }

    private void proceedAs(ApplicationUser user, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-AUSERNAME", user == null ? "anonymous" : user.getUsername());
        jira.actAs(user);
        try {
            chain.doFilter(user == null ? request : new AuthenticatedRequest(request, user), response);
        } finally {
            // Tomcat's threads are used again: the next request must not inherit this user.
            jira.actAs(null);
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("X-Seraph-LoginReason", "AUTHENTICATED_FAILED");
        response.setHeader("WWW-Authenticate", "Basic realm=\"Jira\"");
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write("<html><head><title>Unauthorized (401)</title></head><body><h1>Unauthorized (401)</h1>"
                + "<p>Basic Authentication Failure - Reason : AUTHENTICATED_FAILED</p></body></html>");
    }
}
