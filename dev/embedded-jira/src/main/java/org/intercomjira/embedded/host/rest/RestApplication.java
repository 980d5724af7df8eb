package org.intercomjira.embedded.host.rest;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.intercomjira.embedded.host.PluginException;
import org.intercomjira.embedded.host.descriptor.DescriptorElement;
import org.intercomjira.embedded.host.spring.PluginContext;
import org.intercomjira.embedded.host.web.Callers;

/** One REST module as a JAX-RS application. Providers are made once, resources for each request, both with the plugin's beans. */
final class RestApplication implements AutoCloseable {
    private final DescriptorElement module;
    private final ResourceConfig config;
    private ServletContainer container;

    RestApplication(DescriptorElement module, Set<Class<?>> classes, PluginContext context, Callers callers) {
        this.module = module;
        config = new ResourceConfig();
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        config.property(PluginContext.class.getName(), context);
        config.register(new AccessFilter(callers)).register(new XsrfFilter()).register(new UnhandledError());
        for (Class<?> type : classes) {
            if (type.isAnnotationPresent(Path.class)) {
                config.register(type);
            } else {
                config.register(context.create(type));
            }
        }
    }

    void start(ServletContext servlets) {
        container = new ServletContainer(config);
        try {
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(RestApplication.class.getClassLoader());
            try {
                container.init(new Config(module.key(), servlets));
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        } catch (ServletException | RuntimeException e) {
            throw new PluginException(module + ": the REST resources are refused: " + e.getMessage(), e);
        }
    }

    void serve(String base, HttpServletRequest request, HttpServletResponse response, ServletContext servlets) throws ServletException, IOException {
        container.service(new RestRequest(request, base), response);
    }

    @Override
    public void close() {
        if (container != null) {
            container.destroy();
        }
    }

    private record Config(String name, ServletContext context) implements ServletConfig {
        @Override
        public String getServletName() {
            return name;
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        @Override
        public String getInitParameter(String param) {
            return null;
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
