package org.intercomjira.embedded.host.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLConnection;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/** Serves files of web-resources at {@code /download/resources/{plugin}:{module}/{name}}. */
public final class ResourceServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private final transient Supplier<Collection<WebResourceModules>> plugins;

    public ResourceServlet(Supplier<Collection<WebResourceModules>> plugins) {
        this.plugins = plugins;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<byte[]> file = find(request.getPathInfo() == null ? "" : request.getPathInfo().substring(1));
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(typeOf(request.getPathInfo()));
        // The plugin may be reinstalled at any moment.
        response.setHeader("Cache-Control", "no-cache");
        response.getOutputStream().write(file.get());
    }

    private Optional<byte[]> find(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? Optional.empty() : plugins.get().stream().map(plugin -> plugin.bytes(path.substring(0, slash), path.substring(slash + 1))).flatMap(Optional::stream).findFirst();
    }

    private static String typeOf(String path) {
        if (path.endsWith(".js")) {
            return "text/javascript;charset=UTF-8";
        }
        if (path.endsWith(".css")) {
            return "text/css;charset=UTF-8";
        }
        return path.endsWith(".svg") ? "image/svg+xml" : Optional.ofNullable(URLConnection.guessContentTypeFromName(path)).orElse("application/octet-stream");
    }
}
