package org.intercomjira.embedded.host.service;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheLoader;
import com.atlassian.cache.CacheManager;
import com.atlassian.cache.CacheSettings;
import com.atlassian.cache.CacheSettingsBuilder.Settings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The caches of this node by name. Removals from a remote cache are told to the other nodes. */
public final class HostCaches implements CacheManager {
    private static final Settings LOCAL = new Settings(false, null, Integer.MAX_VALUE);

    private final Map<String, NodeCache<?, ?>> caches = new ConcurrentHashMap<>();
    private final Invalidations invalidations;

    /** Tells other nodes of removals. */
    public interface Invalidations {
        /** @param entry null for all entries */
        void publish(String cache, String entry);
    }

    public HostCaches(Invalidations invalidations) {
        this.invalidations = invalidations;
    }

    /** As in Jira, asking again under the same name gives the entries that are there already, with the new loader. */
    @Override
    public <K, V> Cache<K, V> getCache(String name, CacheLoader<K, V> loader, CacheSettings settings) {
        Settings chosen = settings instanceof Settings known ? known : LOCAL;
        NodeCache<K, V> cache = new NodeCache<>(loader, chosen, entry -> {
            if (chosen.isRemote()) {
                invalidations.publish(name, entry);
            }
        });
        caches.put(name, cache);
        return cache;
    }

    /** Another node removed an entry, or all of them when it is null. */
    public void invalidate(String cache, String entry) {
        NodeCache<?, ?> known = caches.get(cache);
        if (known != null) {
            known.forget(entry);
        }
    }

    /** Drops the caches of a stopped plugin. */
    public void forget(ClassLoader plugin) {
        caches.values().removeIf(cache -> cache.isLoadedBy(plugin));
    }
}
