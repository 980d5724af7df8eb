package org.intercomjira.embedded.pages.access;

import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Administrators enter their password once more; ten minutes after the last administrative request they have to do so again. */
public final class SecureAdministratorSessions implements WebSudoManager {
    public static final String AUTHENTICATE_PAGE = "/secure/admin/WebSudoAuthenticate!default.jspa";
    private static final Duration LENGTH = Duration.ofMinutes(10);

    private final Clock clock;

    public SecureAdministratorSessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void willExecuteWebSudoRequest(HttpServletRequest request) throws WebSudoSessionException {
        if (!isActive(request)) {
            throw new WebSudoSessionException("The password has to be entered again.");
        }
        start(request);
    }

    @Override
    public void enforceWebSudoProtection(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String destination = request.getRequestURI().substring(request.getContextPath().length()) + (query == null ? "" : "?" + query);
        try {
            response.sendRedirect(request.getContextPath() + AUTHENTICATE_PAGE + "?webSudoDestination="
                    + URLEncoder.encode(destination, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isActive(HttpServletRequest request) {
        Instant now = clock.instant();
        return new JiraSession(request).administratorUntil().filter(now::isBefore).isPresent();
    }

    public void start(HttpServletRequest request) {
        new JiraSession(request).setAdministratorUntil(clock.instant().plus(LENGTH));
    }

    public void drop(HttpServletRequest request) {
        new JiraSession(request).dropAdministrator();
    }
}
