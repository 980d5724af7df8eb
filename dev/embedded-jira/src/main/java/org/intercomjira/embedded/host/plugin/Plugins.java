package org.intercomjira.embedded.host.plugin;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.intercomjira.embedded.host.rest.RestModules;
import org.intercomjira.embedded.host.web.HostModules;
import org.intercomjira.embedded.host.web.ServletModules;
import org.intercomjira.embedded.host.web.WebResourceModules;
import org.intercomjira.embedded.spi.PluginExtensions;

/** The plugins that run now, for those who serve their modules. */
public final class Plugins {
    private final Map<String, RunningPlugin> running = new ConcurrentSkipListMap<>();

    void add(String key, RunningPlugin plugin) {
        running.put(key, plugin);
    }

    Optional<RunningPlugin> remove(String key) {
        return Optional.ofNullable(running.remove(key));
    }

    boolean isRunning(String key) {
        return running.containsKey(key);
    }

    public Collection<ServletModules> servlets() {
        return all(RunningPlugin::servlets);
    }

    public Collection<RestModules> rest() {
        return all(RunningPlugin::rest);
    }

    public Collection<HostModules.PagePart> pageParts() {
        return all(RunningPlugin::pagePart);
    }

    public Collection<PluginExtensions> extensions() {
        return all(RunningPlugin::extensions);
    }

    public Collection<WebResourceModules> webResources() {
        return all(plugin -> plugin.pagePart().resources());
    }

    private <T> Collection<T> all(Function<RunningPlugin, T> part) {
        return running.values().stream().map(part).toList();
    }
}
