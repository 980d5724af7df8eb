package org.intercomjira.embedded.pages.view;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code /static/aui/*} and {@code /static/jira/*}: files of the class path. */
public final class StaticFiles extends HttpServlet {
    private static final Pattern NAME = Pattern.compile("/(aui|jira)(/[A-Za-z0-9][A-Za-z0-9._-]*)+");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=UTF-8", "css", "text/css;charset=UTF-8", "svg", "image/svg+xml",
            "woff", "font/woff", "ttf", "font/ttf", "eot", "application/vnd.ms-fontobject");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        // Names never start with a dot, so no path leads out of the two directories.
        if (type == null || !NAME.matcher(path).matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (InputStream file = StaticFiles.class.getResourceAsStream("/pages" + path)) {
            if (file == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType(type);
            // AUI does not change while Jira runs; Jira's own files do while somebody works on them.
            response.setHeader("Cache-Control", path.startsWith("/aui/") ? "max-age=86400" : "no-cache");
            file.transferTo(response.getOutputStream());
        }
    }
}
