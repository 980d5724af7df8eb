package org.intercomjira.connection;

import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.intercomjira.platform.BaseUrl;
import org.intercomjira.platform.HtmlPages;
import org.intercomjira.platform.Permissions;

/** Where Intercom sends the browser after the consent page. */
public class OAuthCallbackServlet extends HttpServlet {
    private final transient Permissions permissions;
    private final transient ConnectionFlow flow;
    private final transient HtmlPages pages;
    private final transient BaseUrl baseUrl;

    public OAuthCallbackServlet(Permissions permissions, ConnectionFlow flow, HtmlPages pages, BaseUrl baseUrl) {
        this.permissions = permissions;
        this.flow = flow;
        this.pages = pages;
        this.baseUrl = baseUrl;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // the address holds a code: it is not to be told to where the page leads
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        pages.guarding(request, response, () -> {
            ApplicationUser user = permissions.requireUser();
            String state = Objects.requireNonNullElse(request.getParameter("state"), "");
            ConnectionFlow.Return back = flow.finish(user, state, request.getParameter("code"));
            response.sendRedirect(baseUrl.servlet("/intercom/project") + "?projectKey="
                    + URLEncoder.encode(back.projectKey(), StandardCharsets.UTF_8) + "&result=" + back.result().code());
        });
    }
}
