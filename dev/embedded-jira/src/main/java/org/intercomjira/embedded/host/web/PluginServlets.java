package org.intercomjira.embedded.host.web;

import com.atlassian.annotations.security.AnonymousSiteAccess;
import com.atlassian.annotations.security.UnrestrictedAccess;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.intercomjira.embedded.spi.PageDecorator;

/** {@code /plugins/servlet/*}: finds the plugin's servlet, lets in whom its annotations let in, dresses the page that it writes. */
public final class PluginServlets extends HttpServlet {
    private static final long serialVersionUID = 1;
    private final transient Supplier<Collection<ServletModules>> plugins;
    private final transient PageDecorator decorator;
    private final transient Callers callers;

    public PluginServlets(Supplier<Collection<ServletModules>> plugins, PageDecorator decorator, Callers callers) {
        this.plugins = plugins;
        this.decorator = decorator;
        this.callers = callers;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        Optional<ServletModules.Mapped> found = plugins.get().stream().map(plugin -> plugin.find(path)).flatMap(Optional::stream).findFirst();
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!callers.isLoggedIn() && !isOpenToAll(found.get().servlet().getClass())) {
            response.sendRedirect(callers.loginAddress(address(request)).toString());
        } else {
            serve(found.get(), request, response);
        }
    }

    /** Since Atlassian's platform 7 a servlet without an annotation is for users who may use Jira. */
    private static boolean isOpenToAll(Class<?> servlet) {
        return servlet.isAnnotationPresent(UnrestrictedAccess.class) || servlet.isAnnotationPresent(AnonymousSiteAccess.class);
    }

    private static URI address(HttpServletRequest request) {
        return URI.create(request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString()));
    }

    private void serve(ServletModules.Mapped mapped, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        PageCapture capture = new PageCapture(response);
        HttpServlet servlet = mapped.ready(getServletContext());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(mapped.loader());
        try {
            servlet.service(new PathRequest(request, mapped.prefix()), capture);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        capture.finish(html -> decorator.decorate(request, response, html));
    }

    /** The request as the plugin's servlet sees it: its own path is the servlet path. */
    private static final class PathRequest extends HttpServletRequestWrapper {
        private final String prefix;

        PathRequest(HttpServletRequest request, String prefix) {
            super(request);
            this.prefix = prefix;
        }

        @Override
        public String getServletPath() {
            return super.getServletPath() + prefix;
        }

        @Override
        public String getPathInfo() {
            String rest = super.getPathInfo().substring(prefix.length());
            return rest.isEmpty() ? null : rest;
        }
    }
}
