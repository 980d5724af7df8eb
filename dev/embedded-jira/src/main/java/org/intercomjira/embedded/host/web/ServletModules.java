package org.intercomjira.embedded.host.web;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.intercomjira.embedded.host.descriptor.DescriptorElement;
import org.intercomjira.embedded.host.descriptor.PluginContent;
import org.intercomjira.embedded.host.descriptor.PluginDescriptor;
import org.intercomjira.embedded.host.spring.ContextLoader;
import org.intercomjira.embedded.host.spring.PluginContext;

/** A plugin's servlets by their patterns below {@code /plugins/servlet}; made when the plugin starts, initialised at the first request. */
public final class ServletModules implements AutoCloseable {
    private final List<Mapped> servlets = new ArrayList<>();

    public ServletModules(PluginDescriptor descriptor, PluginContent content, PluginContext context) {
        for (DescriptorElement module : descriptor.modules("servlet")) {
            HttpServlet servlet = (HttpServlet) context.create(content.load(module.required("class"), module.toString()));
            Mapped.State state = new Mapped.State();
            module.children("url-pattern").forEach(pattern -> servlets.add(new Mapped(pattern.text(), servlet, module, context.loader(), state)));
        }
        servlets.sort(Comparator.comparingInt((Mapped mapped) -> mapped.pattern().length()).reversed());
    }

    /** The servlet for a path such as {@code /acme/admin}. */
    Optional<Mapped> find(String path) {
        return servlets.stream().filter(mapped -> mapped.matches(path)).findFirst();
    }

    @Override
    public void close() {
        servlets.forEach(Mapped::destroy);
    }

    /** A servlet under one of its patterns. */
    record Mapped(String pattern, HttpServlet servlet, DescriptorElement module, ClassLoader loader, State state) {
        /** Shared by the patterns of one servlet. */
        static final class State {
            private boolean isInitialised;
        }

        boolean matches(String path) {
            return pattern.endsWith("/*") ? path.equals(prefix()) || path.startsWith(prefix() + "/") : path.equals(pattern);
        }

        /** The part of the path that is the servlet's own. */
        String prefix() {
            return pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern;
        }

        HttpServlet ready(ServletContext context) throws ServletException {
            synchronized (state) {
                if (!state.isInitialised) {
                    servlet.init(new Config(module.key(), context, initParams()));
                    state.isInitialised = true;
                }
            }
            return servlet;
        }

        private Map<String, String> initParams() {
            return module.children("init-param").stream().collect(Collectors.toMap(
                    param -> param.child("param-name").orElseThrow().text(), param -> param.child("param-value").orElseThrow().text()));
        }

        void destroy() {
            synchronized (state) {
                if (state.isInitialised) {
                    state.isInitialised = false;
                    ContextLoader.run(loader, servlet::destroy);
                }
            }
        }
    }

    private record Config(String name, ServletContext context, Map<String, String> params) implements ServletConfig {
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
            return params.get(param);
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.enumeration(params.keySet());
        }
    }
}
