package org.intercomjira.embedded.host.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.intercomjira.embedded.host.PluginException;
import org.intercomjira.embedded.host.osgi.PluginFramework;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs, replaces, enables, disables and removes plugins, one change at a time. */
public final class PluginManager implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginManager.class);

    private final PluginFramework framework;
    private final PluginEnvironment environment;
    private final Plugins plugins;
    private final Map<String, PreparedPlugin> installed = new TreeMap<>();

    public PluginManager(PluginFramework framework, PluginEnvironment environment, Plugins plugins) {
        this.framework = framework;
        this.environment = environment;
        this.plugins = plugins;
    }

    /** What is told of a plugin. */
    public record Info(String key, String name, String version, boolean enabled) {
    }

    /**
     * Installs the JAR, in the place of an older version if there is one. When it is refused, the older one goes on.
     *
     * @throws PluginException that names the culprit
     */
    public synchronized Info install(Path jar) {
        long begin = System.nanoTime();
        Bundle bundle = framework.install(jar);
        PreparedPlugin plugin = prepare(bundle);
        replace(plugin);
        LOG.info("{} {} started in {} ms", plugin.key(), plugin.descriptor().version(), (System.nanoTime() - begin) / 1_000_000);
        return info(plugin);
    }

    private PreparedPlugin prepare(Bundle bundle) {
        try {
            return PreparedPlugin.of(bundle);
        } catch (RuntimeException | LinkageError e) {
            framework.remove(bundle);
            throw asRefusal(e);
        }
    }

    private void replace(PreparedPlugin plugin) {
        PreparedPlugin old = installed.get(plugin.key());
        boolean oldRan = plugins.isRunning(plugin.key());
        stop(plugin.key());
        try {
            start(plugin);
        } catch (RuntimeException | LinkageError e) {
            framework.remove(plugin.bundle());
            if (oldRan) {
                start(old);
            }
            throw asRefusal(e);
        }
        installed.put(plugin.key(), plugin);
        if (old != null) {
            framework.remove(old.bundle());
        }
    }

    private static PluginException asRefusal(Throwable reason) {
        return reason instanceof PluginException known ? known : new PluginException("The plugin failed while it started: " + reason, reason);
    }

    /** Starts or stops an installed plugin; false when there is none with this key. */
    public synchronized boolean setEnabled(String key, boolean enabled) {
        PreparedPlugin plugin = installed.get(key);
        if (plugin != null && enabled && !plugins.isRunning(key)) {
            start(plugin);
        } else if (plugin != null && !enabled) {
            stop(key);
        }
        return plugin != null;
    }

    /** Removes a plugin; its tables stay. False when there is none with this key. */
    public synchronized boolean uninstall(String key) {
        PreparedPlugin plugin = installed.remove(key);
        stop(key);
        if (plugin != null) {
            framework.remove(plugin.bundle());
        }
        return plugin != null;
    }

    public synchronized Optional<Info> find(String key) {
        return Optional.ofNullable(installed.get(key)).map(this::info);
    }

    public synchronized List<Info> all() {
        return installed.values().stream().map(this::info).toList();
    }

    private void start(PreparedPlugin plugin) {
        plugins.add(plugin.key(), RunningPlugin.start(plugin, environment));
    }

    private void stop(String key) {
        plugins.remove(key).ifPresent(RunningPlugin::close);
    }

    private Info info(PreparedPlugin plugin) {
        return new Info(plugin.key(), plugin.descriptor().name(), plugin.descriptor().version(), plugins.isRunning(plugin.key()));
    }

    @Override
    public synchronized void close() {
        List.copyOf(installed.keySet()).forEach(this::uninstall);
    }
}
