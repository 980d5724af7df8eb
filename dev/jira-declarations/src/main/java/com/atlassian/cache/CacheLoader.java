package com.atlassian.cache;

/** Loads what a cache does not hold; never returns null. */
public interface CacheLoader<K, V> {
    V load(K key);
}
