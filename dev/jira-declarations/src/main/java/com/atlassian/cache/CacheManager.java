package com.atlassian.cache;

/** Caches that are invalidated on all nodes. */
public interface CacheManager {
    <K, V> Cache<K, V> getCache(String name, CacheLoader<K, V> loader, CacheSettings settings);
}
