package org.intercomjira.embedded.host;

import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.util.thread.JiraThreadLocalUtil;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.intercomjira.embedded.host.extension.AllExtensions;
import org.intercomjira.embedded.host.osgi.PluginFramework;
import org.intercomjira.embedded.host.plugin.JarWatcher;
import org.intercomjira.embedded.host.plugin.PluginEnvironment;
import org.intercomjira.embedded.host.plugin.PluginManager;
import org.intercomjira.embedded.host.plugin.Plugins;
import org.intercomjira.embedded.host.rest.RestServlet;
import org.intercomjira.embedded.host.web.Callers;
import org.intercomjira.embedded.host.web.HostModules;
import org.intercomjira.embedded.host.web.LateServlet;
import org.intercomjira.embedded.host.web.PluginServlets;
import org.intercomjira.embedded.host.web.RequestResources;
import org.intercomjira.embedded.host.web.ResourceServlet;
import org.intercomjira.embedded.host.web.UploadServlet;
import org.intercomjira.embedded.jira.EmbeddedJiraSide;
import org.intercomjira.embedded.jira.JiraDatabase;
import org.intercomjira.embedded.pages.JiraPages;
import org.intercomjira.embedded.spi.JiraSettings;
import org.intercomjira.embedded.spi.JiraSide;
import org.intercomjira.embedded.spi.WebSide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running host: wires its own services, Jira's side and the pages, and runs the plugin. */
public final class Host implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Host.class);
    private static final long JAR_POLL_MILLIS = 200;

    private final QuietLogs quietLogs = new QuietLogs();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Options options;
    private final Plugins plugins = new Plugins();
    private WebServer server;
    private URI address;

    private Host(Options options) {
        this.options = options;
    }

    /**
     * Starts everything; whatever has been started is closed again when a later part fails.
     *
     * @throws PluginException when the plugin is refused
     */
    public static Host start(Options options) {
        Host host = new Host(options);
        try {
            host.open();
            return host;
        } catch (RuntimeException | LinkageError e) {
            host.close();
            throw e;
        }
    }

    private void open() {
        makeHomes();
        server = closing(new WebServer(options.port(), options.home()));
        address = URI.create("http://127.0.0.1:" + server.port() + WebServer.CONTEXT_PATH);
        JiraDatabase database = closing(JiraDatabase.open(options.database()));
        Platform platform = closing(new Platform(database, options.node()));
        JiraSettings settings = new JiraSettings(options.baseUrl().orElse(address), options.projects(), options.node(), options.history());
        JiraSide jira = new EmbeddedJiraSide(database, platform.events(), settings);
        platform.scheduler().runIn(job -> inFrame(jira.service(JiraThreadLocalUtil.class), job));
        RequestResources requestResources = new RequestResources(key -> plugins.webResources().stream().anyMatch(resources -> resources.has(key)));
        HostModules modules = new HostModules(plugins::pageParts, requestResources, WebServer.CONTEXT_PATH, new AllExtensions(plugins::extensions));
        jira.extendBy(modules.extensions());
        WebSide web = new JiraPages(jira, modules, settings);
        PluginFramework framework = closing(new PluginFramework(options.home().resolve("osgi-cache")));
        publish(framework, platform.services(settings.baseUrl(), options), jira.services(), web.services(), Map.of(PageBuilderService.class, requestResources));
        Callers callers = new Callers(jira.service(JiraAuthenticationContext.class), jira.service(GlobalPermissionManager.class),
                (LoginUriProvider) web.services().get(LoginUriProvider.class));
        LateServlet upload = serve(jira, web, requestResources, callers);
        PluginManager manager = closing(new PluginManager(framework, new PluginEnvironment(platform.activeObjects(), platform.texts(), callers,
                server.servletContext(), platform.events(), platform.scheduler(), platform.caches()), plugins));
        upload.become(new UploadServlet(manager, callers));
        options.plugin().ifPresent(jar -> installAndWatch(jar, manager, platform));
    }

    private static Runnable inFrame(JiraThreadLocalUtil frames, Runnable job) {
        return () -> {
            frames.preCall();
            try {
                job.run();
            } finally {
                frames.postCall(org.apache.log4j.Logger.getLogger(Host.class));
            }
        };
    }

    private LateServlet serve(JiraSide jira, WebSide web, RequestResources requestResources, Callers callers) {
        server.filter("required-resources", requestResources);
        server.filter("security", web.securityFilter());
        jira.servlets().forEach(server::servlet);
        web.servlets().forEach(server::servlet);
        server.servlet("/plugins/servlet/*", new PluginServlets(plugins::servlets, web.decorator(), callers));
        server.servlet("/rest/*", new RestServlet(plugins::rest));
        server.servlet("/download/resources/*", new ResourceServlet(plugins::webResources));
        LateServlet upload = new LateServlet();
        server.servlet("/rest/plugins/1.0/*", upload);
        server.start();
        return upload;
    }

    @SafeVarargs
    private static void publish(PluginFramework framework, Map<Class<?>, Object>... services) {
        for (Map<Class<?>, Object> some : services) {
            some.forEach(framework::publish);
        }
    }

    private static void installAndWatch(Path jar, PluginManager manager, Platform platform) {
        try {
            JarWatcher watcher = new JarWatcher(jar, manager::install);
            manager.install(jar);
            platform.every(JAR_POLL_MILLIS, watcher::look);
        } catch (IOException e) {
            throw new PluginException("There is no plugin JAR " + jar, e);
        }
    }

    private void makeHomes() {
        try {
            Files.createDirectories(options.home());
            Files.createDirectories(options.sharedHome());
            Files.writeString(options.home().resolve("dbconfig.xml"), options.database().configuration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T extends AutoCloseable> T closing(T part) {
        parts.push(part);
        return part;
    }

    /** The address on which this node answers, which may differ from the canonical one in a cluster. */
    public URI address() {
        return address;
    }

    /** Closes in reverse order: the plugin before the services that it uses. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not close cleanly", part.getClass().getSimpleName(), e);
            }
        }
    }
}
