package org.intercomjira.embedded.host.plugin;

import jakarta.servlet.ServletContext;
import org.intercomjira.embedded.host.ao.ActiveObjectsModule;
import org.intercomjira.embedded.host.service.HostCaches;
import org.intercomjira.embedded.host.service.HostScheduler;
import org.intercomjira.embedded.host.service.SynchronousEvents;
import org.intercomjira.embedded.host.text.HostTexts;
import org.intercomjira.embedded.host.web.Callers;

/** The parts of the host that a running plugin is tied to. */
public record PluginEnvironment(ActiveObjectsModule activeObjects, HostTexts texts, Callers callers, ServletContext servlets,
        SynchronousEvents events, HostScheduler scheduler, HostCaches caches) {
    /** Cuts what a stopped plugin left tied. */
    void forget(ClassLoader plugin) {
        events.forget(plugin);
        scheduler.forget(plugin);
        caches.forget(plugin);
    }
}
