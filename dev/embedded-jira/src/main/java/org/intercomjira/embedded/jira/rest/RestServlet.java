package org.intercomjira.embedded.jira.rest;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.intercomjira.embedded.jira.issue.Issues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes JSON, gives JSON, and turns errors into Jira's shape. */
public final class RestServlet extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT");

    private final transient Router router;
    private final transient JiraAuthenticationContext context;
    private final transient Gson gson = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    public RestServlet(Router router, JiraAuthenticationContext context) {
        this.router = router;
        this.context = context;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Router.Match match = router.find(request.getMethod(), request.getPathInfo() == null ? "" : request.getPathInfo());
            refuseForms(request);
            write(response, match.handler().answer(new Call(request, match.variables(), context.getLoggedInUser())));
        } catch (RestError e) {
            write(response, new Answer(e.status(), e.body()));
        } catch (Issues.NoSuchIssue e) {
            write(response, new Answer(404, RestError.of(404, "Issue Does Not Exist").body()));
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
            write(response, new Answer(500, RestError.of(500, "Internal server error").body()));
        }
    }

    /** What a form on a foreign page could send is no JSON: 403 unless the header says that a script sent it, and then 415. */
    private static void refuseForms(HttpServletRequest request) {
        if (!WITH_BODY.contains(request.getMethod())) {
            return;
        }
        String type = request.getContentType() == null ? "" : request.getContentType();
        boolean bodyless = type.isEmpty() && request.getMethod().equals("PUT") && request.getContentLengthLong() <= 0;
        if (type.startsWith("application/json") || bodyless) {
            return;
        }
        boolean checked = "no-check".equals(request.getHeader("X-Atlassian-Token"));
        throw checked ? RestError.of(415, "HTTP 415 Unsupported Media Type") : RestError.of(type.isEmpty() ? 415 : 403, "XSRF check failed");
    }

    private void write(HttpServletResponse response, Answer answer) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-cache, no-store, no-transform");
        if (answer.body() != null) {
            response.setContentType("application/json;charset=UTF-8");
            response.getOutputStream().write(gson.toJson(answer.body()).getBytes(StandardCharsets.UTF_8));
        }
    }
}
