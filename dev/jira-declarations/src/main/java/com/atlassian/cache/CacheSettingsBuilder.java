package com.atlassian.cache;

import java.util.concurrent.TimeUnit;

/** Builds the settings of a cache. */
public class CacheSettingsBuilder {
    public CacheSettingsBuilder() {
    }

    public CacheSettingsBuilder remote() {
        throw new UnsupportedOperationException("declaration only");
    }

    public CacheSettingsBuilder replicateViaInvalidation() {
        throw new UnsupportedOperationException("declaration only");
    }

    public CacheSettingsBuilder expireAfterWrite(long time, TimeUnit unit) {
        throw new UnsupportedOperationException("declaration only");
    }

    public CacheSettingsBuilder maxEntries(int count) {
        throw new UnsupportedOperationException("declaration only");
    }

    public CacheSettings build() {
        throw new UnsupportedOperationException("declaration only");
    }
}
