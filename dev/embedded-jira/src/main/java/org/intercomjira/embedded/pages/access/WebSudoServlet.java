package org.intercomjira.embedded.pages.access;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code DELETE /rest/auth/1/websudo}: gives the administrator's access back before it runs out. */
public final class WebSudoServlet extends HttpServlet {
    private final transient SecureAdministratorSessions sessions;

    public WebSudoServlet(SecureAdministratorSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        sessions.drop(request);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
