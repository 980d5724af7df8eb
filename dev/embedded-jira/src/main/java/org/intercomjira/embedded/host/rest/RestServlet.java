package org.intercomjira.embedded.host.rest;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.function.Supplier;

/** {@code /rest/*}: whatever is not Jira's own is some plugin's. */
public final class RestServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private final transient Supplier<Collection<RestModules>> plugins;

    public RestServlet(Supplier<Collection<RestModules>> plugins) {
        this.plugins = plugins;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        for (RestModules plugin : plugins.get()) {
            if (plugin.serve(request, response, getServletContext())) {
                return;
            }
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
