package org.intercomjira.embedded.host.web;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.host.PluginException;
import org.intercomjira.embedded.host.plugin.PluginManager;

/** {@code /rest/plugins/1.0/}: installs, shows, enables, disables and removes plugins. For administrators. */
public final class UploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String KEY_ENDING = "-key";

    private final transient PluginManager plugins;
    private final transient Callers callers;
    private final transient Gson gson = new GsonBuilder().disableHtmlEscaping().create();

    public UploadServlet(PluginManager plugins, Callers callers) {
        this.plugins = plugins;
        this.callers = callers;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (!callers.isAdministrator()) {
            answer(response, callers.isLoggedIn() ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_UNAUTHORIZED, Map.of("message", "Only administrators may do that"));
            return;
        }
        try {
            Optional<String> key = keyOf(request);
            switch (request.getMethod()) {
                case "POST" -> install(request, response);
                case "PUT" -> change(key, request, response);
                case "GET" -> show(key, response);
                case "DELETE" -> answer(response, plugins.uninstall(key.orElse("")) ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_NOT_FOUND, null);
                default -> response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        } catch (PluginException | JsonParseException e) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST, Map.of("message", e.getMessage()));
        }
    }

    private static Optional<String> keyOf(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        return path.endsWith(KEY_ENDING) ? Optional.of(path.substring(0, path.length() - KEY_ENDING.length())) : Optional.empty();
    }

    private void show(Optional<String> key, HttpServletResponse response) throws IOException {
        if (key.isEmpty()) {
            answer(response, HttpServletResponse.SC_OK, Map.of("plugins", plugins.all()));
            return;
        }
        Optional<PluginManager.Info> info = plugins.find(key.get());
        answer(response, info.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND, info.orElse(null));
    }

    private void change(Optional<String> key, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (key.isEmpty()) {
            install(request, response);
            return;
        }
        boolean enabled = gson.fromJson(request.getReader(), JsonObject.class).get("enabled").getAsBoolean();
        if (plugins.setEnabled(key.get(), enabled)) {
            show(key, response);
        } else {
            answer(response, HttpServletResponse.SC_NOT_FOUND, null);
        }
    }

    private void install(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Path jar = Files.createTempFile("plugin", ".jar");
        try (InputStream content = body(request)) {
            Files.copy(content, jar, StandardCopyOption.REPLACE_EXISTING);
            answer(response, HttpServletResponse.SC_OK, plugins.install(jar));
        } finally {
            Files.delete(jar);
        }
    }

    private static InputStream body(HttpServletRequest request) throws ServletException, IOException {
        if (!Optional.ofNullable(request.getContentType()).orElse("").startsWith("multipart/")) {
            return request.getInputStream();
        }
        Part part = request.getPart("plugin");
        if (part == null) {
            throw new PluginException("The form has no field named plugin");
        }
        return part.getInputStream();
    }

    private void answer(HttpServletResponse response, int status, Object body) throws IOException {
        response.setStatus(status);
        if (body != null) {
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write(gson.toJson(body));
        }
    }
}
