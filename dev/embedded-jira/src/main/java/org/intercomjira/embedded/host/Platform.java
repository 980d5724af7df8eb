package org.intercomjira.embedded.host;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.cache.CacheManager;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.scheduler.SchedulerService;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.intercomjira.embedded.host.ao.ActiveObjectsModule;
import org.intercomjira.embedded.host.ao.TransactionalDataSource;
import org.intercomjira.embedded.host.service.ClusterInvalidations;
import org.intercomjira.embedded.host.service.ClusterRuns;
import org.intercomjira.embedded.host.service.DatabasePluginSettings;
import org.intercomjira.embedded.host.service.HostCaches;
import org.intercomjira.embedded.host.service.HostLocks;
import org.intercomjira.embedded.host.service.HostProperties;
import org.intercomjira.embedded.host.service.HostScheduler;
import org.intercomjira.embedded.host.service.HostTables;
import org.intercomjira.embedded.host.service.SynchronousEvents;
import org.intercomjira.embedded.host.text.HostTexts;
import org.intercomjira.embedded.spi.Database;

/** The services of Atlassian's platform that are the host's own, over one database. */
final class Platform implements AutoCloseable {
    private static final long INVALIDATION_POLL_MILLIS = 200;

    private final Database database;
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "host-poller");
        thread.setDaemon(true);
        return thread;
    });
    private final SynchronousEvents events = new SynchronousEvents();
    private final HostTexts texts = new HostTexts();
    private final HostLocks locks;
    private final HostScheduler scheduler;
    private final HostCaches caches;
    private final DatabasePluginSettings settings;

    Platform(Database database, String node) {
        HostTables.create(database);
        this.database = database;
        locks = new HostLocks(database);
        scheduler = new HostScheduler(new ClusterRuns(database));
        settings = new DatabasePluginSettings(database);
        caches = caches(node);
    }

    /** H2 is one node's own: there is nobody to tell. */
    private HostCaches caches(String node) {
        if (!database.isPostgreSql()) {
            return new HostCaches((cache, entry) -> { });
        }
        ClusterInvalidations invalidations = new ClusterInvalidations(database, node);
        HostCaches clustered = new HostCaches(invalidations);
        every(INVALIDATION_POLL_MILLIS, () -> invalidations.readInto(clustered));
        return clustered;
    }

    /** Does something again and again, on one thread with all that is done so. */
    void every(long millis, Runnable work) {
        poller.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
    }

    Map<Class<?>, Object> services(URI baseUrl, Options options) {
        return Map.of(EventPublisher.class, events, SchedulerService.class, scheduler, CacheManager.class, caches, ClusterLockService.class, locks,
                PluginSettingsFactory.class, settings, I18nResolver.class, texts, ApplicationProperties.class, new HostProperties(baseUrl, options.home(), options.sharedHome()));
    }

    ActiveObjectsModule activeObjects() {
        return new ActiveObjectsModule(new TransactionalDataSource(database.dataSource()), database.isPostgreSql(), settings, locks);
    }

    SynchronousEvents events() {
        return events;
    }

    HostTexts texts() {
        return texts;
    }

    HostScheduler scheduler() {
        return scheduler;
    }

    HostCaches caches() {
        return caches;
    }

    @Override
    public void close() {
        poller.shutdownNow();
        scheduler.close();
        locks.close();
    }
}
