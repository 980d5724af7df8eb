package org.intercomjira.testing;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheLoader;
import com.atlassian.cache.CacheManager;
import com.atlassian.cache.CacheSettings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Caches that remember until they are told to forget. */
public final class TestCaches implements CacheManager {
    @Override
    public <K, V> Cache<K, V> getCache(String name, CacheLoader<K, V> loader, CacheSettings settings) {
        Map<K, V> values = new ConcurrentHashMap<>();
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
