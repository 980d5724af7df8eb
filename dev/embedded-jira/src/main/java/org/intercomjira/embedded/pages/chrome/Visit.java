package org.intercomjira.embedded.pages.chrome;

import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * One request to a page.
 *
 * @param user who looks at the page; null for anonymous
 */
public record Visit(HttpServletRequest request, HttpServletResponse response, ApplicationUser user) {
    public boolean isAnonymous() {
        return user == null;
    }

    public String contextPath() {
        return request.getContextPath();
    }

    /** The part of the address below the page's own pattern, without slashes around it. */
    public String path() {
        return Optional.ofNullable(request.getPathInfo()).orElse("").replaceAll("^/+|/+$", "");
    }

    /** The whole address below the context path, with its query. */
    public String address() {
        String query = request.getQueryString();
        return request.getRequestURI().substring(contextPath().length()) + (query == null ? "" : "?" + query);
    }

    /** The parameter, or an empty text. */
    public String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** @param path an address inside this Jira, without the context path */
    public void redirect(String path) throws IOException {
        response.sendRedirect(contextPath() + path);
    }
}
