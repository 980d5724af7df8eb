package org.intercomjira.embedded.pages.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;

/** What this Jira keeps in Tomcat's session. No session is made for people who only look. */
public final class JiraSession {
    private static final String USER_KEY = "jira.user.key";
    private static final String ADMINISTRATOR_UNTIL = "jira.websudo.until";

    private final HttpServletRequest request;

    public JiraSession(HttpServletRequest request) {
        this.request = request;
    }

    public Optional<String> userKey() {
        return read(USER_KEY, String.class);
    }

    /** Logs the user in; the session gets a new id, so that an id planted before the login is worth nothing after it. */
    public void logIn(String userKey) {
        HttpSession session = request.getSession(true);
        if (!session.isNew()) {
            request.changeSessionId();
        }
        session.removeAttribute(ADMINISTRATOR_UNTIL);
        session.setAttribute(USER_KEY, userKey);
    }

    public void logOut() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    public Optional<Instant> administratorUntil() {
        return read(ADMINISTRATOR_UNTIL, Instant.class);
    }

    public void setAdministratorUntil(Instant until) {
        request.getSession(true).setAttribute(ADMINISTRATOR_UNTIL, until);
    }

    public void dropAdministrator() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ADMINISTRATOR_UNTIL);
        }
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        return Optional.ofNullable(request.getSession(false)).map(session -> session.getAttribute(name)).map(type::cast);
    }
}
