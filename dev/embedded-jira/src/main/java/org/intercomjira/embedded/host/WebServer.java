package org.intercomjira.embedded.host;

import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Tomcat on the loopback address with one web application below {@code /jira}. */
final class WebServer implements AutoCloseable {
    static final String CONTEXT_PATH = "/jira";
    private static final long LARGEST_UPLOAD = 50L << 20;

    private final Tomcat tomcat = new Tomcat();
    private final Context context;

    /** Takes the port at once, so that the base address is known before anything is wired; answers only after {@link #start()}. */
    WebServer(int port, Path home) {
        TomcatURLStreamHandlerFactory.disable();
        tomcat.setBaseDir(directory(home.resolve("tomcat")).toString());
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxParameterCount", "10000");
        tomcat.setConnector(connector);
        context = tomcat.addContext(CONTEXT_PATH, directory(home.resolve("tomcat/webapp")).toString());
        context.setParentClassLoader(WebServer.class.getClassLoader());
        context.setAllowCasualMultipartParsing(true);
        context.setSessionCookieName("JSESSIONID");
        lookForNoLeaks((StandardContext) context);
        run(tomcat::init, "take port " + port);
    }

    /** The application lives as long as the process, and the checks want the JDK opened. */
    private static void lookForNoLeaks(StandardContext context) {
        context.setClearReferencesObjectStreamClassCaches(false);
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** Filters stand before everything, in the order in which they are added. */
    void filter(String name, Filter filter) {
        FilterDef definition = new FilterDef();
        definition.setFilterName(name);
        definition.setFilter(filter);
        definition.setAsyncSupported("true");
        context.addFilterDef(definition);
        FilterMap map = new FilterMap();
        map.setFilterName(name);
        map.addURLPattern("/*");
        context.addFilterMap(map);
    }

    void servlet(String pattern, HttpServlet servlet) {
        Wrapper wrapper = Tomcat.addServlet(context, pattern, servlet);
        wrapper.setMultipartConfigElement(new MultipartConfigElement(null, LARGEST_UPLOAD, LARGEST_UPLOAD, 0));
        wrapper.setAsyncSupported(true);
        context.addServletMappingDecoded(pattern, pattern);
    }

    ServletContext servletContext() {
        return context.getServletContext();
    }

    void start() {
        run(tomcat::start, "start");
    }

    @Override
    public void close() {
        run(tomcat::stop, "stop");
        run(tomcat::destroy, "be destroyed");
    }

    private static Path directory(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Step step, String what) {
        try {
            step.run();
        } catch (LifecycleException e) {
            throw new IllegalStateException("The web server could not " + what + ": " + e.getMessage(), e);
        }
    }

    private interface Step {
        void run() throws LifecycleException;
    }
}
