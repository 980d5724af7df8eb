package org.intercomjira.testing;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheLoader;
import com.atlassian.cache.CacheManager;
import com.atlassian.cache.CacheSettings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Caches that remember until they are told to forget. Whoever asks for the same name shares what is remembered, as the nodes of a cluster do in the end. */
public final class TestCaches implements CacheManager {
    private final Map<String, Map<Object, Object>> all = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("unchecked")
    public <K, V> Cache<K, V> getCache(String name, CacheLoader<K, V> loader, CacheSettings settings) {
        Map<K, V> values = (Map<K, V>) all.computeIfAbsent(name, key -> new ConcurrentHashMap<>());
        return new Cache<>() {
            @Override
            public V get(K key) {
                return values.computeIfAbsent(key, loader::load);
            }

            @Override
            public void remove(K key) {
                values.remove(key);
            }

            @Override
            public void removeAll() {
                values.clear();
            }
        };
    }
}
