package com.atlassian.cache;

/** Settings of a cache. */
public interface CacheSettings {
}
