package org.intercomjira.embedded.pages.access;

import com.atlassian.jira.user.ApplicationUser;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.intercomjira.embedded.spi.JiraSettings;
import org.intercomjira.embedded.spi.JiraSide;

/** {@code /rest/auth/1/session}: GET says who is logged in, POST logs in, DELETE logs out. */
public final class SessionServlet extends HttpServlet {
    private final transient JiraSide jira;
    private final transient JiraSettings settings;
    private final transient Supplier<ApplicationUser> currentUser;
    private final transient Gson gson = new Gson();

    public SessionServlet(JiraSide jira, JiraSettings settings, Supplier<ApplicationUser> currentUser) {
        this.jira = jira;
        this.settings = settings;
        this.currentUser = currentUser;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApplicationUser user = currentUser.get();
        if (user == null) {
            error(response, "You are not authenticated. Authentication required to perform this operation.");
        } else {
            write(response, HttpServletResponse.SC_OK, Map.of("self", self(user), "name", user.getUsername(), "loginInfo", Map.of("loginCount", 1)));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ApplicationUser> user = credentials(request).flatMap(given -> jira.authenticate(given.username, given.password));
        if (user.isEmpty()) {
            response.setHeader("X-Seraph-LoginReason", "AUTHENTICATED_FAILED");
            error(response, "Login failed");
            return;
        }
        new JiraSession(request).logIn(user.get().getKey());
        write(response, HttpServletResponse.SC_OK, Map.of(
                "session", Map.of("name", "JSESSIONID", "value", request.getSession().getId()),
                "loginInfo", Map.of("loginCount", 1)));
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (currentUser.get() == null) {
            error(response, "You are not authenticated. Authentication required to perform this operation.");
        } else {
            new JiraSession(request).logOut();
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private Optional<Credentials> credentials(HttpServletRequest request) throws IOException {
        // Only JSON: a form of another site cannot send it, so nobody can be logged in as somebody else from there.
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (!type.startsWith("application/json")) {
            return Optional.empty();
        }
        try {
            JsonObject body = gson.fromJson(request.getReader(), JsonObject.class);
            return Optional.of(new Credentials(body.get("username").getAsString(), body.get("password").getAsString()));
        } catch (JsonParseException | NullPointerException | IllegalStateException | UnsupportedOperationException incomplete) {
            return Optional.empty();
        }
    }

    private String self(ApplicationUser user) {
        return settings.baseUrl() + "/rest/api/latest/user?username=" + user.getUsername();
    }

    private void error(HttpServletResponse response, String message) throws IOException {
        write(response, HttpServletResponse.SC_UNAUTHORIZED, Map.of("errorMessages", List.of(message), "errors", Map.of()));
    }

    private void write(HttpServletResponse response, int status, Object body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(gson.toJson(body));
    }

    private record Credentials(String username, String password) {
        @Override
        public String toString() {
            return username;
        }
    }
}
