package org.intercomjira.embedded.host.service;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheLoader;
import com.atlassian.cache.CacheSettingsBuilder.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A cache on this node. A value that was being loaded while its entry was removed is not kept: it may be older than the removal. */
final class NodeCache<K, V> implements Cache<K, V> {
    private final CacheLoader<K, V> loader;
    private final Settings settings;
    private final Consumer<String> onRemoval;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>();
    private long removals;

    private record Entry<V>(V value, long until) {
        boolean isFresh() {
            return System.nanoTime() - until < 0;
        }
    }

    /** @param onRemoval gets the removed entry's key as text, null for all */
    NodeCache(CacheLoader<K, V> loader, Settings settings, Consumer<String> onRemoval) {
        this.loader = loader;
        this.settings = settings;
        this.onRemoval = onRemoval;
    }

    @Override
    public V get(K key) {
        long removalsBefore;
        synchronized (entries) {
            Entry<V> entry = entries.get(key);
            if (entry != null && entry.isFresh()) {
                return entry.value();
            }
            removalsBefore = removals;
        }
        return loader == null ? null : load(key, removalsBefore);
    }

    private V load(K key, long removalsBefore) {
        V value = loader.load(key);
        if (value == null) {
            throw new IllegalStateException("The loader of a cache gave null for " + key + ", which Jira refuses");
        }
        synchronized (entries) {
            if (removals == removalsBefore) {
                entries.put(key, new Entry<>(value, settings.expiry() == null ? System.nanoTime() + Long.MAX_VALUE / 2 : System.nanoTime() + settings.expiry().toNanos()));
                evictOldest();
            }
        }
        return value;
    }

    private void evictOldest() {
        var oldest = entries.keySet().iterator();
        while (entries.size() > settings.maxEntries()) {
            oldest.next();
            oldest.remove();
        }
    }

    @Override
    public void remove(K key) {
        forget(key.toString());
        onRemoval.accept(key.toString());
    }

    @Override
    public void removeAll() {
        forget(null);
        onRemoval.accept(null);
    }

    /** Removes on this node only. */
    void forget(String entry) {
        synchronized (entries) {
            removals++;
            entries.keySet().removeIf(key -> entry == null || key.toString().equals(entry));
        }
    }

    boolean isLoadedBy(ClassLoader plugin) {
        return loader != null && loader.getClass().getClassLoader() == plugin;
    }
}
