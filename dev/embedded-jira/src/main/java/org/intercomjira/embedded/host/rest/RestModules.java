package org.intercomjira.embedded.host.rest;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.intercomjira.embedded.host.descriptor.PluginContent;
import org.intercomjira.embedded.host.descriptor.PluginDescriptor;
import org.intercomjira.embedded.host.spring.PluginContext;
import org.intercomjira.embedded.host.web.Callers;

/** The REST modules of a running plugin, by their paths below {@code /rest}. */
public final class RestModules implements AutoCloseable {
    private static final String LATEST = "/latest";

    private final List<Module> modules;

    private record Module(String path, String version, RestApplication application) {
        /** The path that the request starts with: of this version, or of the latest. */
        Optional<String> baseOf(String requestPath) {
            return List.of(path + "/" + version, path + LATEST).stream().filter(base -> requestPath.equals(base) || requestPath.startsWith(base + "/")).findFirst();
        }
    }

    public RestModules(PluginDescriptor descriptor, PluginContent content, PluginContext context, Callers callers) {
        modules = descriptor.modules("rest").stream().map(module -> new Module(module.required("path"), module.required("version"),
                new RestApplication(module, new RestClasses(content).find(module), context, callers))).toList();
    }

    /** Answers the request if one of the modules has its path. */
    boolean serve(HttpServletRequest request, HttpServletResponse response, ServletContext servlets) throws ServletException, IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        for (Module module : modules) {
            Optional<String> base = module.baseOf(path);
            if (base.isPresent()) {
                module.application().serve(base.get(), request, response, servlets);
                return true;
            }
        }
        return false;
    }

    /** Starts the applications now, so that a wrong resource stops the plugin and not its first caller. */
    public void start(ServletContext servlets) {
        modules.forEach(module -> module.application().start(servlets));
    }

    @Override
    public void close() {
        modules.forEach(module -> module.application().close());
    }
}
